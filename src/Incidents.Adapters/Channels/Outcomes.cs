using System.Diagnostics;
using System.Globalization;
using Incidents.Adapters.Aws;
using Incidents.Adapters.Http;
using Incidents.Application.Paging;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.Channels;

/// <summary>From what the other side said, or did not say, to what becomes of the page. Codes only: nothing of an address, a number or a token.</summary>
internal static class Outcomes
{
    /// <param name="confirms">Whether the body of a 2xx says that the page was taken; null where the status alone does.</param>
    public static PageOutcome Of(Reply reply, PageMessage message, Instant now, Func<string?, bool>? confirms = null) => reply switch
    {
        Reply.NeverSent => Later(message, now, "unreachable"),
        Reply.NoAnswer silence => new PageOutcome.Unknown(silence.Code),
        Reply.Answered { Status: >= 200 and < 300 } taken => confirms?.Invoke(taken.Body) is false ? new PageOutcome.Unknown("unexpected_answer") : new PageOutcome.Sent(),
        Reply.Answered { Status: >= 300 and < 400 } => new PageOutcome.Failed("redirected"),
        Reply.Answered { Status: 408 or 429 or >= 500 } busy => Later(message, now, Code(busy.Status), RetryAfter.Parse(busy.RetryAfter)),
        Reply.Answered refused => new PageOutcome.Failed(Code(refused.Status)),
        _ => throw new UnreachableException(),
    };

    public static PageOutcome Of(AwsCallException failure, PageMessage message, Instant now) => failure switch
    {
        { Code: "no_answer" } => new PageOutcome.Unknown(failure.Code),
        { MayPass: true } => Later(message, now, failure.Code, failure.RetryAfter),
        _ => new PageOutcome.Failed(failure.Code),
    };

    /// <summary>After the wait the other side asked for, else after ours.</summary>
    public static PageOutcome Later(PageMessage message, Instant now, string code, Duration? asked = null) =>
        new PageOutcome.TryAgain(now + (asked ?? BackOff.After(message.Attempt, message.Key)), code) { IsGuess = asked is null };

    private static string Code(int status) => string.Create(CultureInfo.InvariantCulture, $"http_{status}");
}
