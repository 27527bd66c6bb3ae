using System.Text.Json.Serialization;
using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Web.Words;
using NodaTime;

namespace Incidents.Web.Api;

/// <summary>An incident in a list. Times are UTC.</summary>
internal class IncidentSummary
{
    private readonly Incident incident;
    private readonly Func<PersonId, string> person;

    protected IncidentSummary(Incident incident, Func<PersonId, string> person) => (this.incident, this.person) = (incident, person);

    /// <param name="person">A person's name by id.</param>
    public static IncidentSummary Of(Incident incident, Func<PersonId, string> person) => new(incident, person);

    public string Number => incident.Number.ToString();

    public string Title => incident.Title;

    /// <summary>What it was called before, the first title first; they find it too.</summary>
    public IReadOnlyList<string> FormerTitles => incident.FormerTitles;

    /// <summary>Whether a person gave it its title: no alarm changes that.</summary>
    public bool TitleGiven => incident.IsTitleGiven;

    /// <summary>`triggered`, `acknowledged` or `resolved`.</summary>
    public string Status => Names.Of(incident.Status);

    /// <summary>`Sev1` to `Sev4`.</summary>
    public string Severity => incident.Severity.ToString();

    /// <summary>`high` or `low`.</summary>
    public string Urgency => Names.Of(incident.Urgency);

    /// <summary>Id of the service.</summary>
    public string Service => incident.Service.Value;

    /// <summary>`alarm`, `declared`, `message` or `unreadable`.</summary>
    public string Source => Names.Of(incident.Source);

    /// <summary>Whether an alarm of it is in ALARM.</summary>
    public bool Firing => incident.IsFiring;

    public Instant TriggeredAt => incident.TriggeredAt;

    public Instant? AcknowledgedAt => incident.AcknowledgedAt;

    /// <summary>Who has it, or had it last.</summary>
    public PersonName? AcknowledgedBy => incident.AcknowledgedBy is { } by ? new PersonName(by.Id, by.Name) : null;

    /// <summary>When the acknowledgement times out; any action of the person who acknowledged moves it later.</summary>
    public Instant? AcknowledgedUntil => incident.AcknowledgedUntil;

    /// <summary>When the snooze of the person who acknowledged ends; null when it is not snoozed.</summary>
    public Instant? SnoozedUntil => incident.SnoozedUntil;

    /// <summary>Why pages are held back for now; null when pages go out.</summary>
    public HeldResource? Held => incident.Quiet is { } quiet ? new HeldResource(quiet.Until, Names.Of(quiet.Kind), quiet.Why, quiet.WaitsForAlarm) : null;

    /// <summary>New alarms that its holder was paged for and has not answered; null when there are none.</summary>
    public NewAlarmsResource? NewAlarms => incident is { Status: IncidentStatus.Acknowledged, News: { GoesOnAt: { } at } news } ? new NewAlarmsResource(news.Names, news.Count, at) : null;

    /// <summary>The incident of the same service that was open when it opened; null when none was.</summary>
    public BesideResource? Beside => incident.Beside is { } other ? new BesideResource(other.Number.ToString(), other.Holder) : null;

    /// <summary>How far it has come in its escalation policy; null before its first page.</summary>
    public EscalationResource? Escalation => incident.Escalation is { } at ? new EscalationResource(at.Round, at.Step, incident.EscalatesAt) : null;

    /// <summary>When an incident that can wait becomes urgent.</summary>
    public Instant? RaisesUrgencyAt => incident.RaiseUrgencyAt;

    /// <summary>Since when customers are no longer hurt.</summary>
    public Instant? MitigatedAt => incident.MitigatedAt;

    /// <summary>Who leads the response.</summary>
    public PersonName? Commander => Named(incident.Commander);

    /// <summary>Who writes down what happens.</summary>
    public PersonName? Scribe => Named(incident.Scribe);

    public Instant? RecoveredAt => incident.RecoveredAt;

    public Instant? ResolvedAt => incident.ResolvedAt;

    /// <summary>`fixed`, `recoveredByItself`, `falseAlarm` or `duplicate`; null while it is open.</summary>
    public string? ResolveReason => incident.ResolveReason is { } reason ? Names.Of(reason) : null;

    public bool ResolvedWhileFiring => incident.ResolvedWhileFiring;

    /// <summary>How many times it came back.</summary>
    public int Reopened => incident.Reopened;

    /// <summary>Since when it counts as flapping; null when it does not.</summary>
    public Instant? FlappingSince => incident.FlappingSince;

    /// <summary>Incidents it has to do with, the newest last.</summary>
    public IReadOnlyList<string> Linked => [.. incident.Linked.Select(other => other.ToString())];

    /// <summary>The incident it was merged into; null when it was not.</summary>
    public string? MergedInto => incident.MergedInto?.ToString();

    /// <summary>What has to be said of the act this answers beside what became of it; left out where nothing has.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Remark { get; private init; }

    /// <summary>The answer to an act, which says so where no configuration could be read for it.</summary>
    public static IncidentSummary Answer(Incident incident, OnCallConfiguration? settings) => new(incident, PersonNames.In(settings)) { Remark = settings is null ? Unreadable.Remark : null };

    private PersonName? Named(PersonId? id) => id is { } one ? new PersonName(one.Value, person(one)) : null;
}

/// <param name="Names">The first three.</param>
/// <param name="GoesOnAt">When the policy goes on unless the person who acknowledged acts.</param>
internal sealed record NewAlarmsResource(IReadOnlyList<string> Names, int Count, Instant GoesOnAt);

/// <param name="Holder">Name of the person who had acknowledged it then; null when none had.</param>
internal sealed record BesideResource(string Number, string? Holder);

/// <param name="Round">1 the first time through the steps.</param>
/// <param name="Step">The step that fired last; 1 is the first, 0 the catch-all.</param>
/// <param name="NextAt">When the step after it fires; null while nothing escalates.</param>
internal sealed record EscalationResource(int Round, int Step, Instant? NextAt);

/// <param name="Until">What still fires then pages then.</param>
/// <param name="Kind">`hold` or `maintenance`.</param>
/// <param name="WaitsForAlarm">Its time was up while all alarms were OK: it pages as soon as one fires again.</param>
internal sealed record HeldResource(Instant Until, string Kind, string Why, bool WaitsForAlarm);

/// <summary>A person, or an actor that is none: the API, the console or the system itself.</summary>
internal sealed record PersonName(string Id, string Name);

/// <summary>Part of the list.</summary>
/// <param name="Next">Give it as `cursor` for what follows; null when nothing does.</param>
internal sealed record IncidentPageResource(IReadOnlyList<IncidentSummary> Items, string? Next);
