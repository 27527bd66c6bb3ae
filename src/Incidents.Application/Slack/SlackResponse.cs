using NodaTime;

namespace Incidents.Application.Slack;

/// <summary>What became of a message. Codes are Slack's or ours, in lower case with underscores; never an address or a token.</summary>
public abstract record SlackResponse
{
    private SlackResponse()
    {
    }

    /// <summary>Slack took it.</summary>
    public sealed record Accepted : SlackResponse;

    /// <summary>Slack will never take it: sending the same again is useless.</summary>
    public sealed record Rejected(string Code) : SlackResponse;

    /// <summary>Slack has not taken it and may later.</summary>
    /// <param name="After">How long Slack asked to wait; null when it did not say.</param>
    public sealed record RetryLater(Duration? After, string Code) : SlackResponse;

    /// <summary>The request was sent, and it is unknown whether it arrived. Sending again may show it twice.</summary>
    public sealed record Unknown(string Code) : SlackResponse;
}
