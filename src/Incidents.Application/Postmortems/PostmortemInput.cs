using Incidents.Domain;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Postmortems;

/// <summary>What is known of an incident when its postmortem is drafted. It carries roles, not people.</summary>
public sealed record PostmortemInput
{
    /// <summary>The incident.</summary>
    public required IncidentNumber Number { get; init; }

    /// <summary>What the incident was called.</summary>
    public required string Title { get; init; }

    /// <summary>The service, as people call it.</summary>
    public required string Service { get; init; }

    /// <summary>How bad it got.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What noticed it.</summary>
    public required IncidentSource DetectedBy { get; init; }

    /// <summary>When it opened; times to acknowledge, restore and resolve count from here.</summary>
    public required Instant TriggeredAt { get; init; }

    /// <summary>When it was first acknowledged; null when it was not.</summary>
    public Instant? AcknowledgedAt { get; init; }

    /// <summary>When all its alarms were OK for good; null when they were not.</summary>
    public Instant? RecoveredAt { get; init; }

    /// <summary>When it was over.</summary>
    public required Instant ResolvedAt { get; init; }

    /// <summary>Whether a person resolved it although an alarm was still in ALARM.</summary>
    public bool ResolvedWhileFiring { get; init; }

    /// <summary>How many times it came back.</summary>
    public int Reopened { get; init; }

    /// <summary>Its alarms, the one that opened it first.</summary>
    public IReadOnlyList<PostmortemAlarm> Alarms { get; init; } = [];

    /// <summary>The story, oldest first.</summary>
    public IReadOnlyList<PostmortemEntry> Timeline { get; init; } = [];

    /// <summary>The runbooks that were attached.</summary>
    public IReadOnlyList<PostmortemRunbook> Runbooks { get; init; } = [];

    /// <summary>The pages that reached their channel, oldest first.</summary>
    public IReadOnlyList<PostmortemPage> Pages { get; init; } = [];

    /// <summary>Names, ids and addresses of people. Wherever one stands in a text, a role takes its place.</summary>
    public IReadOnlyCollection<string> People { get; init; } = [];
}

/// <param name="Reason">CloudWatch's sentence, or what the sender wrote.</param>
/// <param name="ChangedAt">When the alarm changed state; null when that is not known.</param>
public sealed record PostmortemAlarm(string Name, string Reason, Instant? ChangedAt);

/// <param name="By">Who did it; null when the text says so, or no person did it.</param>
public sealed record PostmortemEntry(Instant At, string Text, PostmortemRole? By = null);

/// <param name="Id">File name without `.md`.</param>
public sealed record PostmortemRunbook(string Id, string Title);

/// <param name="Channel">Channel kind, `slack` for one.</param>
public sealed record PostmortemPage(PostmortemRole To, string Channel, Instant SentAt);
