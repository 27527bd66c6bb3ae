using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Domain.Maintenance;

/// <summary>A time in which the pages of some services or alarms are silent, because people work on them.</summary>
/// <remarks>
/// It silences pages, never the record. Of each kind of selector one has to fit, and all kinds that are given have to:
/// `checkout` with `*-latency` is checkout's latency alarms and nothing else, for silencing too little wakes people and
/// silencing too much hides an outage.
/// </remarks>
public sealed record MaintenanceWindow
{
    private readonly IReadOnlyList<string> accounts = [];
    private readonly IReadOnlyList<Glob> regions = [];

    /// <summary>What it is ended by: `mw-` and eight characters.</summary>
    public required string Id { get; init; }

    /// <summary>What is being done.</summary>
    public required string Reason { get; init; }

    /// <summary>Who planned it.</summary>
    public required Actor By { get; init; }

    /// <summary>First instant of silence.</summary>
    public required Instant From { get; init; }

    /// <summary>First instant after it, unless it is ended sooner.</summary>
    public required Instant To { get; init; }

    /// <summary>When a person ended it; null when none did.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>Ids of services; empty for any.</summary>
    public IReadOnlyList<ServiceId> Services { get; init; } = [];

    /// <summary>Patterns for names of alarms; empty for any, and for incidents without an alarm.</summary>
    public IReadOnlyList<Glob> Alarms { get; init; } = [];

    /// <summary>Tags of services; empty for any.</summary>
    public IReadOnlyList<ServiceTag> Tags { get; init; } = [];

    /// <summary>Twelve-digit ids of AWS accounts; empty for any, and in windows older than this selector.</summary>
    public IReadOnlyList<string> Accounts { get => accounts; init => accounts = value ?? []; }

    /// <summary>Patterns for region codes; empty for any, and in windows older than this selector.</summary>
    public IReadOnlyList<Glob> Regions { get => regions; init => regions = value ?? []; }

    /// <summary>When it comes again, such as `SU 02:00`; null for a window of its own.</summary>
    public string? Every { get; init; }

    /// <summary>How long each round lasts; null for a window of its own.</summary>
    public Duration? Length { get; init; }

    /// <summary>Id of the zone whose clock the rounds go by; null for a window of its own.</summary>
    public string? Zone { get; init; }

    /// <summary>Its rounds; null for a window of its own.</summary>
    public Recurrence? Recurs => Every is null ? null : Recurrence.Parse(Every, Length ?? Duration.Zero, ZoneIds.Find(Zone ?? "") ?? DateTimeZone.Utc);

    /// <summary>First instant after it, and after the last of its rounds, as things stand.</summary>
    public Instant End => EndedAt is { } ended ? Instant.Min(ended, To) : To;

    /// <summary>How it stands at an instant.</summary>
    public MaintenanceState StateAt(Instant now) =>
        now >= End ? MaintenanceState.Over : now < From || Round(now).Start > now ? MaintenanceState.Planned : MaintenanceState.Active;

    /// <summary>The time of silence that runs at an instant, else the next one.</summary>
    public Interval Round(Instant now)
    {
        if (Recurs is not { } recurs)
        {
            return new Interval(From, Instant.Max(From, End));
        }

        var round = recurs.At(Instant.Max(now, From));
        return new Interval(round.Start, Instant.Max(round.Start, Instant.Min(round.End, End)));
    }

    /// <summary>Whether a page for this service and alarm is silent at an instant.</summary>
    /// <param name="service">Id of the service.</param>
    /// <param name="tags">Its tags.</param>
    /// <param name="alarm">Name of the alarm; null for an incident without one, which no pattern fits.</param>
    /// <param name="origin">Where the alarm is; null for an incident without one, which no account or region fits.</param>
    public bool Covers(ServiceId service, IReadOnlyCollection<ServiceTag> tags, string? alarm, AlarmOrigin? origin, Instant at) =>
        StateAt(at) == MaintenanceState.Active
        && (Services.Count > 0 || Alarms.Count > 0 || Tags.Count > 0 || Accounts.Count > 0 || Regions.Count > 0)
        && new AlarmPlaces(Accounts, Regions).Contain(origin)
        && (Services.Count == 0 || Services.Contains(service))
        && (Tags.Count == 0 || Tags.Any(tags.Contains))
        && (Alarms.Count == 0 || (alarm is not null && Alarms.Any(pattern => pattern.Matches(alarm))));
}

/// <summary>How a window stands.</summary>
public enum MaintenanceState
{
    /// <summary>It has not begun.</summary>
    Planned,

    /// <summary>Its pages are silent.</summary>
    Active,

    /// <summary>Its time is over, or a person ended it.</summary>
    Over,
}
