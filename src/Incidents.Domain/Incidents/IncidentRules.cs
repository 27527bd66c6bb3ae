using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>How incidents of a service behave; the defaults are what a team gets that says nothing.</summary>
public sealed record IncidentRules
{
    /// <summary>What a team gets that says nothing.</summary>
    public static IncidentRules Default { get; } = new();

    /// <summary>How long all alarms must be OK before the incident resolves; zero means at once, null that only a person resolves.</summary>
    public Duration? ResolveAfter { get; init; } = Duration.FromMinutes(5);

    /// <summary>The same once the incident is acknowledged: time for the holder to look.</summary>
    public Duration ResolveAfterWhenAcknowledged { get; init; } = Duration.FromMinutes(30);

    /// <summary>How long after a resolve the same alarms bring back the same incident.</summary>
    public Duration ReopenWithin { get; init; } = Duration.FromMinutes(30);

    /// <summary>Alarms of the service join its open incident while the last one came no longer ago than this.</summary>
    public Duration GroupWithin { get; init; } = Duration.FromMinutes(5);

    /// <summary>No alarm joins an incident older than this: what fires an hour later is another story.</summary>
    public Duration GroupAtMost { get; init; } = Duration.FromHours(1);

    /// <summary>Which alarms of the service share an incident.</summary>
    public GroupBy Group { get; init; } = GroupBy.Service;

    /// <summary>How long an alarm has to last before it pages; zero means not at all.</summary>
    public Duration Hold { get; init; } = Duration.Zero;

    /// <summary>When an incident that keeps coming back counts as flapping.</summary>
    public FlappingRule Flapping { get; init; } = FlappingRule.Default;

    /// <summary>How long the holder of a Sev1 or Sev2 may be silent before the acknowledgement times out; null means forever.</summary>
    public Duration? AcknowledgeTimeout { get; init; } = Duration.FromMinutes(30);

    /// <summary>When an acknowledgement made now counts as forgotten at this severity.</summary>
    public Instant? ForgottenAt(Severity severity, Instant now) =>
        AcknowledgeTimeout is { } timeout && !Severity.Sev2.IsWorseThan(severity) ? now + timeout : null;

    /// <summary>Until when an incident is its taker's without a further act of theirs; null means without end.</summary>
    internal Instant? HeldUntil(Actor by, Severity severity, Instant now) => by.IsOutsider() ? now + OutsiderHas : ForgottenAt(severity, now);

    /// <summary>How long an acknowledgement by an actor outside the configured people stops the policy.</summary>
    public static Duration OutsiderHas { get; } = Duration.FromMinutes(10);

    /// <summary>For how long the holder may say at once that they are still on it.</summary>
    public static IReadOnlyList<Duration> Stays { get; } = [Duration.FromMinutes(30), Duration.FromHours(1), Duration.FromHours(2)];

    /// <summary>When what an incident's holder has counts as forgotten at a severity that others, or alarms, gave it: their own clock runs on, for only their acts extend it.</summary>
    internal Instant? ForgottenAt(Incident incident, Severity severity, Instant now) => incident switch
    {
        { IsHeldByOutsider: true } => incident.AcknowledgedUntil ?? now + OutsiderHas,
        _ when ForgottenAt(severity, now) is { } fresh => incident.AcknowledgedUntil ?? fresh,
        _ => null,
    };

    /// <summary>How long before that they are asked.</summary>
    public static Duration AskBefore { get; } = Duration.FromMinutes(5);

    /// <summary>An incident that was resolved while an alarm fired is first brought to mind after this.</summary>
    public static Duration RemindOfFiringAfter { get; } = Duration.FromMinutes(10);

    /// <summary>The second time comes so long after the first; from there on it is daily.</summary>
    public static Duration RemindOfFiringAgainAfter { get; } = Duration.FromHours(1);

    /// <summary>How long after a resolve a person may take the incident up again.</summary>
    public static Duration ReopenByHandWithin { get; } = Duration.FromDays(7);

    /// <summary>How often CloudWatch is asked again while it contradicts a recovery.</summary>
    public static Duration AskAgainEvery { get; } = Duration.FromMinutes(5);

    /// <summary>How long a process has for the work it claims before the sweep takes it over.</summary>
    public static Duration Claim { get; } = Duration.FromSeconds(20);

    /// <summary>The same for news: what a channel hears too much of waits that long, and is told with other news by the sweep within 15 seconds.</summary>
    public static Duration NewsClaim { get; } = Duration.FromSeconds(12);

    /// <summary>Joined alarms are counted at most this often, so that a storm does not queue for one item.</summary>
    public static Duration CountEvery { get; } = Duration.FromSeconds(5);

    /// <summary>An incident that stays open is brought to mind this often.</summary>
    public static Duration RemindEvery { get; } = Duration.FromHours(24);

    /// <summary>Messages that cannot be parsed page at most this often.</summary>
    public static Duration UnreadablePageEvery { get; } = Duration.FromHours(1);
}
