using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>A step of the escalation policy was reached; the pages that follow are its.</summary>
/// <param name="Round">1 the first time through the steps.</param>
/// <param name="Step">1 is the first step, 0 the catch-all.</param>
/// <param name="NextAt">When the next step fires without an acknowledgement; null when none does by itself.</param>
public sealed record EscalationStepFired(Instant At, int Round, int Step, Instant? NextAt, string Why) : IncidentEvent(At)
{
    /// <inheritdoc />
    public override bool IsStory => (Round, Step) != (1, 1);
}

/// <summary>A person is to be paged; the process that commits this event sends the page.</summary>
/// <param name="Deadline">Until when the process that commits this has time to send the page; for a pending page, when it begins.</param>
public sealed record PageRequested(Instant At, PersonId Person, string PersonName, string Channel, int Step, Instant Deadline, string Why) : IncidentEvent(At)
{
    /// <summary>The page begins later, if the incident is unacknowledged by then.</summary>
    public bool IsPending { get; init; }

    /// <summary>The page that this one stands in for, because its channel did not take it in time; null when it is on its own.</summary>
    public int? Instead { get; init; }

    /// <summary>It may share one message with others: the alarm was old when it came, or the person was told of others within the minute.</summary>
    public bool Late { get; init; }

    /// <inheritdoc />
    public override bool IsStory => !IsPending;
}

/// <summary>A channel that repeats what is not answered has taken a page, and is to be asked once more, with a page of its own.</summary>
/// <param name="Deadline">When the repeat begins, if the incident is unacknowledged by then.</param>
public sealed record PageRepeatPlanned(Instant At, PersonId Person, string Channel, int Step, Instant Deadline) : IncidentEvent(At)
{
    /// <inheritdoc />
    public override bool IsStory => false;
}

/// <summary>The time of a pending page has come.</summary>
/// <param name="Instead">The page that this one stands in for, when it was brought forward; null when its own time came.</param>
public sealed record PageStarted(Instant At, int Page, PersonId Person, string Channel, Instant Deadline, int? Instead) : IncidentEvent(At);

/// <summary>The time of a page has come, and it leaves together with those of other incidents.</summary>
public sealed record PageGathered(Instant At, int Page, PersonId Person, string Channel, Instant Until) : IncidentEvent(At)
{
    /// <inheritdoc />
    public override bool IsStory => false;
}

/// <summary>What would have been asked instead is asked already.</summary>
public sealed record PageHandedOver(Instant At, int Page) : IncidentEvent(At)
{
    /// <inheritdoc />
    public override bool IsStory => false;
}

/// <summary>A page is taken up again after its claim ran out or its channel asked to wait.</summary>
public sealed record PageRetried(Instant At, int Page, Instant Deadline, bool MayBeRepeat) : IncidentEvent(At);

/// <summary>The channel took the page.</summary>
public sealed record PageSent(Instant At, int Page, PersonId Person, string Channel, int Attempts) : IncidentEvent(At)
{
    /// <summary>From handing it over to the answer, in milliseconds.</summary>
    public int Took { get; init; }
}

/// <summary>The channel asked to be tried again later.</summary>
public sealed record PageDeferred(Instant At, int Page, Instant Until, string Answer) : IncidentEvent(At)
{
    /// <summary>From handing it over to the answer, in milliseconds.</summary>
    public int Took { get; init; }
}

/// <summary>No answer came; the page may have arrived.</summary>
public sealed record PageUnanswered(Instant At, int Page, Instant RetryAt, string Answer) : IncidentEvent(At)
{
    /// <summary>How long an answer was waited for, in milliseconds.</summary>
    public int Took { get; init; }
}

/// <summary>The channel will never take the page.</summary>
public sealed record PageFailed(Instant At, int Page, PersonId Person, string Channel, string Answer) : IncidentEvent(At)
{
    /// <summary>From handing it over to the answer, in milliseconds.</summary>
    public int Took { get; init; }
}

/// <summary>The page was not needed any more when its turn came.</summary>
public sealed record PageDropped(Instant At, int Page, PersonId Person, string Why) : IncidentEvent(At)
{
    /// <summary>Its time had not come.</summary>
    public bool WasPending { get; init; }

    /// <inheritdoc />
    public override bool IsStory => !WasPending;
}

/// <summary>No person could be found to page.</summary>
public sealed record NobodyToPage(Instant At, string Why) : IncidentEvent(At);
