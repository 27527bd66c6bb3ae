using Incidents.Domain.Incidents;

namespace Incidents.Application.TextReplies;

/// <summary>What came of a text reply.</summary>
public abstract record TextReplyResult
{
    private TextReplyResult()
    {
    }

    /// <summary>Acknowledged by the person who replied; empty when there was nothing of theirs.</summary>
    public sealed record Acknowledged(IReadOnlyList<IncidentNumber> Numbers) : TextReplyResult;

    /// <summary>Neither `1` nor `all`; a reply said what can be sent.</summary>
    public sealed record NotUnderstood : TextReplyResult;

    /// <summary>Nothing was done and no reply was sent.</summary>
    public sealed record Refused(TextReplyRefusal Reason) : TextReplyResult;
}

/// <summary>Why a text reply is not taken.</summary>
public enum TextReplyRefusal
{
    /// <summary>The message is not one that End User Messaging publishes.</summary>
    Unreadable,

    /// <summary>The configuration takes no replies.</summary>
    NotTwoWay,

    /// <summary>It was sent to another number than the one that pages.</summary>
    OtherDestination,

    /// <summary>The number belongs to no active person.</summary>
    UnknownSender,

    /// <summary>The number belongs to several people, so that it is unclear who acts.</summary>
    SharedNumber,
}
