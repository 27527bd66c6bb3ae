using NodaTime;

namespace Incidents.Application.Slack.Inbound;

/// <summary>Verifies every request to a Slack path: accepts a form that Slack signed for this app, at most five minutes ago.</summary>
/// <param name="signatures">The secrets in force. One that was replaced while this process runs is found by the first signature it does not fit.</param>
public sealed class SlackRequestVerifier(ISlackSignatures signatures)
{
    /// <summary>Largest body read, in bytes. Slack's own stay far below.</summary>
    public const int LargestBody = 256 * 1024;

    private const string FormType = "application/x-www-form-urlencoded";

    /// <summary>Lets a request in, or names why not. Cheap checks come first; nothing of the body is parsed.</summary>
    public async ValueTask<SlackVerdict> Check(SlackRequest request, Instant now, CancellationToken cancellation)
    {
        if (request.Method != "POST")
        {
            return new SlackVerdict.Refused(SlackRefusal.NotPost);
        }

        if (request.Body is { Length: > LargestBody })
        {
            return new SlackVerdict.Refused(SlackRefusal.TooLarge);
        }

        if (!IsPlainForm(request))
        {
            return new SlackVerdict.Refused(SlackRefusal.NotAPlainForm);
        }

        if (request.Body is not { } body)
        {
            return new SlackVerdict.Refused(SlackRefusal.BrokenBase64);
        }

        var refusal = (await signatures.Current(cancellation)).Refuse(request, body.Span, now);
        if (refusal == SlackRefusal.ForeignSignature && await signatures.Renewed(cancellation) is { } newer)
        {
            refusal = newer.Refuse(request, body.Span, now);
        }

        return refusal is { } reason ? new SlackVerdict.Refused(reason) : new SlackVerdict.Accepted(body);
    }

    private static bool IsPlainForm(SlackRequest request) =>
        !request.All("Content-Encoding").Any(encoding => encoding != "identity")
        && request.TrySingle("Content-Type", out var contentType)
        && string.Equals(contentType.Split(';')[0].Trim(), FormType, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What the gate decided.</summary>
public abstract record SlackVerdict
{
    private SlackVerdict()
    {
    }

    /// <summary>Slack sent this form, unchanged.</summary>
    public sealed record Accepted(ReadOnlyMemory<byte> Form) : SlackVerdict;

    /// <summary>Answer with <see cref="Status"/> and an empty body, count it, change nothing.</summary>
    public sealed record Refused(SlackRefusal Reason) : SlackVerdict
    {
        /// <summary>401, 405, 413 or 415.</summary>
        public int Status => Reason.Status();
    }
}
