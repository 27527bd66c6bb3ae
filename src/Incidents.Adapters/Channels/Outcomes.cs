using System.Diagnostics;
using System.Globalization;
using Incidents.Adapters.Aws;
using Incidents.Adapters.Http;
using Incidents.Domain.Incidents;

namespace Incidents.Adapters.Channels;

/// <summary>From what the other side said, or did not say, to what becomes of the page. Codes only: nothing of an address, a number or a token.</summary>
internal static class Outcomes
{
    /// <param name="confirms">Whether the body of a 2xx says that the page was taken; null where the status alone does.</param>
    public static DeliveryResult Of(Reply reply, Func<string?, bool>? confirms = null) => reply switch
    {
        Reply.NeverSent => new DeliveryResult.RetryLater(After: null, "unreachable"),
        Reply.NoAnswer silence => new DeliveryResult.Unknown(silence.Code),
        Reply.Answered { Status: >= 200 and < 300 } taken => confirms?.Invoke(taken.Body) is false ? new DeliveryResult.Unknown("unexpected_answer") : new DeliveryResult.Delivered(),
        Reply.Answered { Status: >= 300 and < 400 } => new DeliveryResult.Rejected("redirected"),
        Reply.Answered { Status: 408 or 429 or >= 500 } busy => new DeliveryResult.RetryLater(RetryAfter.Parse(busy.RetryAfter), Code(busy.Status)),
        Reply.Answered refused => new DeliveryResult.Rejected(Code(refused.Status)),
        _ => throw new UnreachableException(),
    };

    public static DeliveryResult Of(AwsCallException failure) => failure switch
    {
        { Code: "no_answer" } => new DeliveryResult.Unknown(failure.Code),
        { MayPass: true } => new DeliveryResult.RetryLater(failure.RetryAfter, failure.Code),
        _ => new DeliveryResult.Rejected(failure.Code),
    };

    private static string Code(int status) => string.Create(CultureInfo.InvariantCulture, $"http_{status}");
}
