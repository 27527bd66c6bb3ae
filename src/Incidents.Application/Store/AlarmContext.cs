using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Store;

/// <summary>What to look up about one alarm change.</summary>
/// <param name="Children">The alarms a composite's rule names; empty for any other.</param>
/// <param name="Service">Id of the service the alarm is routed to.</param>
public sealed record AlarmQuery(AlarmMember Member, IReadOnlyList<DedupKey> Children, ServiceId Service)
{
    /// <summary>The account and region whose alarms of the service form a group; null to look up the whole service only.</summary>
    public string? Group { get; init; }
}

/// <summary>What the store knows about one alarm change.</summary>
public sealed record AlarmContext
{
    /// <summary>The alarm, or the contributor that changed.</summary>
    public AlarmRecord? Own { get; init; }

    /// <summary>The alarm a contributor belongs to; the same as <see cref="Own"/> for an alarm without contributors.</summary>
    public AlarmRecord? Whole { get; init; }

    /// <summary>The stored records of the composite's children; children never seen are missing.</summary>
    public IReadOnlyList<AlarmRecord> Children { get; init; } = [];

    /// <summary>The pointer of the whole service: to declared incidents, to those of `group: service-everywhere`, and to those older than groups.</summary>
    public ServiceRecord? Service { get; init; }

    /// <summary>The pointer of the service's alarms in one account and region.</summary>
    public ServiceRecord? Group { get; init; }

    /// <summary>The pointer that names an incident, as far as it was looked up.</summary>
    public ServiceRecord? PointerOf(Incident incident) => incident.Group is null ? Service : Group;

    /// <summary>The pages people got within the last minute, or a little longer.</summary>
    public MinuteNote Minute { get; init; } = MinuteNote.Empty;

    /// <summary>The open incident of a composite whose rule names this alarm.</summary>
    public IncidentNumber? ExpectedBy { get; init; }

    /// <summary>The composite's children that an open incident expects or has: a child that joined one brings its composite there.</summary>
    public IReadOnlyList<ExpectedChild> ChildrenExpected { get; init; } = [];
}

/// <summary>A child, and the open incident of a composite that names it.</summary>
public sealed record ExpectedChild(DedupKey Key, IncidentNumber By);

/// <summary>What is remembered about an alarm, for good.</summary>
/// <param name="Seen">The newest change; null when only its contributors have changed.</param>
/// <param name="Open">The incident it opened and that is open, as far as the pointer goes: ask the incident itself.</param>
/// <param name="Last">The newest incident it belonged to, or the older one that a person took up again since.</param>
/// <param name="Revision">Changes with every write.</param>
public sealed record AlarmRecord(AlarmMember Member, AlarmChange? Seen, IncidentNumber? Open, IncidentNumber? Last, long Revision);

/// <summary>The newest incident of a service, or of its group in one account and region, as far as the pointer goes.</summary>
/// <param name="Revision">Changes with every write.</param>
public sealed record ServiceRecord(ServiceId Service, IncidentNumber? Open, long Revision)
{
    /// <summary>Incidents that were open when a newer one took their place, the newest last: alarms that joined them are still looked for there.</summary>
    public IReadOnlyList<IncidentNumber> Earlier { get; init; } = [];

    /// <summary>Every incident it points to, the newest last.</summary>
    public IReadOnlyList<IncidentNumber> All => Open is { } open ? [.. Earlier.Where(n => n != open), open] : Earlier;

    /// <summary>What <see cref="Earlier"/> becomes when <paramref name="next"/> takes over.</summary>
    public IReadOnlyList<IncidentNumber> EarlierThan(IncidentNumber next) => [.. All.Where(n => n != next).TakeLast(MostEarlier)];

    private const int MostEarlier = 5;
}
