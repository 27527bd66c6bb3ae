using System.Collections.Immutable;
using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>One person, one channel, one series of attempts.</summary>
public sealed record Page
{
    /// <summary>Channel of the last resort: the fallback topic, which needs no person to be reachable.</summary>
    public const string Fallback = "fallback";

    /// <summary>Stands in for all channels of a person while a service is in shadow mode: the team reads whom it would page, and no page is sent.</summary>
    public const string Shadow = "shadow";

    /// <summary>The team's channel, whose card is for everybody.</summary>
    public const string Team = "slack";

    /// <summary>A call: the holder of an incident is never called about it.</summary>
    public const string Call = "voice";

    /// <summary>Channel of a text to a phone.</summary>
    public const string TextMessage = "sms";

    /// <summary>Sequence number of the event that asked for it: unique within the incident.</summary>
    public required int Id { get; init; }

    /// <summary>Id of the person.</summary>
    public required PersonId Person { get; init; }

    /// <summary>Channel kind, `slack` for one.</summary>
    public required string Channel { get; init; }

    /// <summary>Which step of the escalation policy asked for it; 1 is the first, 0 the catch-all.</summary>
    public required int Step { get; init; }

    /// <summary>What is known of its delivery.</summary>
    public PageState State { get; init; } = PageState.Sending;

    /// <summary>Attempts begun.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>Attempts to which no answer came, or none was written down: each of them may have arrived.</summary>
    public int Unanswered { get; init; }

    /// <summary>Until when the one who claimed it may still be at it; past that the sweep takes over. For a pending page: when it begins.</summary>
    public required Instant Deadline { get; init; }

    /// <summary>When it was decided on.</summary>
    public required Instant RequestedAt { get; init; }

    /// <summary>When its first attempt began, if that was not when it was decided on.</summary>
    public Instant? StartedAt { get; init; }

    /// <summary>Channels that were tried for this person before, or have taken another page of the same step; null when there are none.</summary>
    public ImmutableList<string>? Tried { get; init; }

    /// <summary>Another channel has taken a page of the same step to the same person: should this one fail, they are reached all the same.</summary>
    public bool IsReached { get; init; }

    /// <summary>Another channel has been asked to do it: this one is still tried, and no third is asked on its behalf.</summary>
    public bool HandedOver { get; init; }

    /// <summary>It may share one message with others like it: the alarm was old when it came, or the person was told of others within the minute.</summary>
    public bool Late { get; init; }

    /// <summary>It repeats, once, a page that its channel took and that was not answered.</summary>
    public bool Repeats { get; init; }

    /// <summary>Whether a page of this channel is a card in the team's channel, where one message is for all people of an incident.</summary>
    public static bool IsForTeam(string channel) => channel is Team or Shadow;

    /// <summary>When another channel is to be asked; null when that is not waited for.</summary>
    public Instant? HandOverAt => HandedOver || State == PageState.Pending || StandsAlone ? null : (StartedAt ?? RequestedAt) + AcceptWithin;

    /// <summary>No other channel is ever asked in its place.</summary>
    internal bool StandsAlone => Channel is Fallback or Shadow || Repeats;

    /// <summary>When something has to be done about it.</summary>
    public Instant Due => HandOverAt is { } over && over < Deadline ? over : Deadline;

    /// <summary>A channel that has not taken a page by then is no longer waited for alone.</summary>
    public static Duration AcceptWithin { get; } = Duration.FromSeconds(55);
}

/// <summary>What is known of a page's delivery.</summary>
public enum PageState
{
    /// <summary>Claimed: a process is sending it, or died over it.</summary>
    Sending,

    /// <summary>The channel said: not now.</summary>
    Waiting,

    /// <summary>Sent, and no answer came. It may have arrived.</summary>
    Unknown,

    /// <summary>Its time has not come: it is sent if the incident is unacknowledged by then.</summary>
    Pending,
}

/// <summary>The newest page that its channel accepted.</summary>
public sealed record LastPage(PersonId Person, Instant At);
