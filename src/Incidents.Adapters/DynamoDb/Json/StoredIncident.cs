using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.DynamoDb.Json;

/// <summary>The state of an incident as it is stored: what is at its default takes no room, what a newer version added is kept.</summary>
internal sealed record StoredIncident
{
    public required int Length { get; init; }

    public required IncidentStatus Status { get; init; }

    public required Severity Severity { get; init; }

    public required Urgency Urgency { get; init; }

    public required ServiceId Service { get; init; }

    public string? Group { get; init; }

    public required string Title { get; init; }

    public required IncidentSource Source { get; init; }

    public OpeningAlarm? Opener { get; init; }

    public JoinedAlarms? Joined { get; init; }

    public required Instant TriggeredAt { get; init; }

    public Instant? AcknowledgedAt { get; init; }

    public Actor? AcknowledgedBy { get; init; }

    public Instant? RecoveredAt { get; init; }

    public Instant? ResolvedAt { get; init; }

    public ResolveReason? ResolveReason { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ResolvedWhileFiring { get; init; }

    public Actor? ResolvedBy { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsKeptOpen { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Reopened { get; init; }

    public ImmutableList<Instant>? Returns { get; init; }

    public Instant? FlappingSince { get; init; }

    public ImmutableList<StoredPage>? Pages { get; init; }

    public LastPage? LastPage { get; init; }

    public PendingUpdate? Update { get; init; }

    public Instant? ResolveAt { get; init; }

    public Instant? AskAgainAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsUnconfirmed { get; init; }

    public Instant? FoldAt { get; init; }

    public Instant? CloseOutAt { get; init; }

    public Instant? RemindAt { get; init; }

    public EscalationState? Escalation { get; init; }

    public Instant? EscalatedAt { get; init; }

    public PagingSuppression? Quiet { get; init; }

    public Instant? RaiseUrgencyAt { get; init; }

    public Instant? AcknowledgedUntil { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AskedStillOnIt { get; init; }

    public Instant? SnoozedUntil { get; init; }

    public Instant? MitigatedAt { get; init; }

    public PersonId? Commander { get; init; }

    public PersonId? Scribe { get; init; }

    public ImmutableList<IncidentNumber>? Linked { get; init; }

    public IncidentNumber? MergedInto { get; init; }

    public Instant? TitledAt { get; init; }

    public Instant? GradedAt { get; init; }

    public ImmutableList<string>? FormerTitles { get; init; }

    public LeadingAlarm? Lead { get; init; }

    public NewAlarms? News { get; init; }

    public OpenBeside? Beside { get; init; }

    /// <summary>Fields this version does not know.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }

    public static StoredIncident From(Incident incident, Dictionary<string, JsonElement>? unknown) => new()
    {
        Length = incident.TimelineLength,
        Status = incident.Status,
        Severity = incident.Severity,
        Urgency = incident.Urgency,
        Service = incident.Service,
        Group = incident.Group,
        Title = incident.Title,
        Source = incident.Source,
        Opener = incident.Opener,
        Joined = incident.Joined == JoinedAlarms.None ? null : incident.Joined,
        TriggeredAt = incident.TriggeredAt,
        AcknowledgedAt = incident.AcknowledgedAt,
        AcknowledgedBy = incident.AcknowledgedBy,
        RecoveredAt = incident.RecoveredAt,
        ResolvedAt = incident.ResolvedAt,
        ResolveReason = incident.ResolveReason,
        ResolvedWhileFiring = incident.ResolvedWhileFiring,
        ResolvedBy = incident.ResolvedBy,
        IsKeptOpen = incident.IsKeptOpen,
        Reopened = incident.Reopened,
        Returns = incident.Returns.IsEmpty ? null : incident.Returns,
        FlappingSince = incident.FlappingSince,
        Pages = incident.Pages.IsEmpty ? null : incident.Pages.ConvertAll(StoredPage.From),
        LastPage = incident.LastPage,
        Update = incident.Update,
        ResolveAt = incident.ResolveAt,
        AskAgainAt = incident.AskAgainAt,
        IsUnconfirmed = incident.IsUnconfirmed,
        FoldAt = incident.RecountAlarmsAt,
        CloseOutAt = incident.FollowUpAt,
        RemindAt = incident.RemindAt,
        Escalation = incident.Escalation,
        EscalatedAt = incident.EscalatedAt,
        Quiet = incident.Quiet,
        RaiseUrgencyAt = incident.RaiseUrgencyAt,
        AcknowledgedUntil = incident.AcknowledgedUntil,
        AskedStillOnIt = incident.AskedStillOnIt,
        SnoozedUntil = incident.SnoozedUntil,
        MitigatedAt = incident.MitigatedAt,
        Commander = incident.Commander,
        Scribe = incident.Scribe,
        Linked = incident.Linked.IsEmpty ? null : incident.Linked,
        MergedInto = incident.MergedInto,
        TitledAt = incident.TitledAt,
        GradedAt = incident.GradedAt,
        FormerTitles = incident.FormerTitles.IsEmpty ? null : incident.FormerTitles,
        Lead = incident.Lead,
        News = incident.News,
        Beside = incident.Beside,
        Unknown = unknown,
    };

    public Incident ToIncident(IncidentNumber number, long version) => new()
    {
        Number = number,
        Version = version,
        TimelineLength = Length,
        Status = Status,
        Severity = Severity,
        Urgency = Urgency,
        Service = Service,
        Group = Group,
        Title = Title,
        Source = Source,
        Opener = Opener,
        Joined = Joined ?? JoinedAlarms.None,
        TriggeredAt = TriggeredAt,
        AcknowledgedAt = AcknowledgedAt,
        AcknowledgedBy = AcknowledgedBy,
        RecoveredAt = RecoveredAt,
        ResolvedAt = ResolvedAt,
        ResolveReason = ResolveReason,
        ResolvedWhileFiring = ResolvedWhileFiring,
        ResolvedBy = ResolvedBy,
        IsKeptOpen = IsKeptOpen,
        Reopened = Reopened,
        Returns = Returns ?? [],
        FlappingSince = FlappingSince,
        Pages = Pages?.ConvertAll(page => page.ToPage()) ?? [],
        LastPage = LastPage,
        Update = Update,
        ResolveAt = ResolveAt,
        AskAgainAt = AskAgainAt,
        IsUnconfirmed = IsUnconfirmed,
        RecountAlarmsAt = FoldAt,
        FollowUpAt = CloseOutAt,
        RemindAt = RemindAt,
        Escalation = Escalation,
        EscalatedAt = EscalatedAt,
        Quiet = Quiet,
        RaiseUrgencyAt = RaiseUrgencyAt,
        AcknowledgedUntil = AcknowledgedUntil,
        AskedStillOnIt = AskedStillOnIt,
        SnoozedUntil = SnoozedUntil,
        MitigatedAt = MitigatedAt,
        Commander = Commander,
        Scribe = Scribe,
        Linked = Linked ?? [],
        MergedInto = MergedInto,
        TitledAt = TitledAt,
        GradedAt = GradedAt,
        FormerTitles = FormerTitles ?? [],
        Lead = Lead,
        News = News,
        Beside = Beside,
    };
}
