using Incidents.Domain.Alarms;
using Incidents.Domain.Escalation;
using Incidents.Domain.Heartbeats;
using Incidents.Domain.OnCall;
using Incidents.Domain.OnCall.Absences;
using Incidents.Domain.People;
using Incidents.Domain.Services;
using NodaTime;

namespace Incidents.Domain.Configuration;

/// <summary>Who looks after what, and who is on call for it: one version, immutable, without contradictions.</summary>
/// <remarks>Every id another part names is in here. Services, policies and people keep the order of the files.</remarks>
public sealed record OnCallConfiguration
{
    /// <summary>Twelve hexadecimal digits of the content's hash: the same text is the same version everywhere.</summary>
    public required string Version { get; init; }

    public IReadOnlyDictionary<PersonId, Person> People { get; init; } = new Dictionary<PersonId, Person>();

    public IReadOnlyDictionary<TeamId, Team> Teams { get; init; } = new Dictionary<TeamId, Team>();

    /// <summary>All services but the catch-all's.</summary>
    public IReadOnlyDictionary<ServiceId, Service> Services { get; init; } = new Dictionary<ServiceId, Service>();

    /// <summary>AWS accounts by id; empty where the configuration names none.</summary>
    public IReadOnlyDictionary<string, Account> Accounts { get; init; } = new Dictionary<string, Account>();

    /// <summary>Jobs that have to be heard, by name.</summary>
    public IReadOnlyDictionary<string, Heartbeat> Heartbeats { get; init; } = new Dictionary<string, Heartbeat>();

    /// <summary>Public holidays by country, each in the order written.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Holiday>> Holidays { get; init; } = new Dictionary<string, IReadOnlyList<Holiday>>();

    public IReadOnlyDictionary<PolicyId, EscalationPolicy> Policies { get; init; } = new Dictionary<PolicyId, EscalationPolicy>();

    public IReadOnlyDictionary<ScheduleId, OnCallSchedule> Schedules { get; init; } = new Dictionary<ScheduleId, OnCallSchedule>();

    /// <summary>Pages where nothing else does.</summary>
    public required CatchAll CatchAll { get; init; }

    public SlackSettings Slack { get; init; } = new();

    public ChannelSettings Channels { get; init; } = new();

    /// <summary>How messages of low urgency are told.</summary>
    public NoticeSettings Notices { get; init; } = new();

    /// <summary>Name of the secret that holds the address each good tick calls; null when nothing watches from outside.</summary>
    public string? WatchdogSecret { get; init; }

    /// <summary>Time off: that of the configuration and, where people have entered some while it runs, theirs too. In no order.</summary>
    public IReadOnlyList<Absence> Absences { get; init; } = [];

    /// <summary>The time off written in the configuration alone, in no order.</summary>
    public IReadOnlyList<Absence> PlannedAbsences() =>
    [
        .. People.Values.SelectMany(person => person.TimeOff
            .Select(off => off.In(person.TimeZone ?? DateTimeZone.Utc))
            .Select(span => new Absence(person.Id, span.From, span.To))),
    ];

    /// <summary>How long incidents stay once they are resolved; null for good.</summary>
    public Duration? IncidentRetention { get; init; }

    /// <summary>What is odd but no reason to refuse it.</summary>
    public IReadOnlyList<ConfigurationProblem> Warnings { get; init; } = [];

    /// <summary>What is as it may be and good to know, such as which of two services an alarm goes to that both claim.</summary>
    public IReadOnlyList<ConfigurationProblem> Notes { get; init; } = [];

    /// <summary>
    /// People who are paged at night and whom nothing would wake, a catch-all that reaches no person, and steps that page the people of the step before. `check` refuses it, so it is not deployed; a process that runs on
    /// it pages all the same, because a quiet page is better than none.
    /// </summary>
    public IReadOnlyList<ConfigurationProblem> Unwakeable { get; init; } = [];

    /// <summary>The service with this id, the catch-all's included; null when there is none.</summary>
    public Service? Find(ServiceId id) => id == CatchAll.Id ? CatchAll.Service : Services.GetValueOrDefault(id);

    /// <summary>What people call an account: its name, its id where it has none, and null where accounts are not told apart.</summary>
    public string? AccountName(string? id) => Accounts.Count == 0 || string.IsNullOrEmpty(id) ? null : Accounts.GetValueOrDefault(id)?.Name ?? id;

    /// <summary>The id of an account by its name or id; null when it is neither.</summary>
    public string? FindAccount(string nameOrId) =>
        Accounts.ContainsKey(nameOrId) || AlarmArn.IsAccount(nameOrId) ? nameOrId : Accounts.Values.FirstOrDefault(account => account.Name == nameOrId)?.Id;

    /// <summary>The person with this id as incidents and actors hold it; null when the configuration has none, or no longer.</summary>
    public Person? FindPerson(PersonId id) => People.GetValueOrDefault(id);

    /// <summary>The name people read; the id itself when the configuration has no such person.</summary>
    public string NameOf(PersonId person) => FindPerson(person)?.Name ?? person.Value;

    /// <summary>When the time off ends that a person has at an instant; null when they have none then.</summary>
    public Instant? AwayUntil(PersonId person, Instant at) => Absences.Where(away => away.Person == person).ToArray().EndOfAbsence(at);

    /// <summary>Returns the person with this Slack member id; null when there is none.</summary>
    public Person? FindBySlackId(string slackId) => People.Values.FirstOrDefault(person => person.SlackId == slackId);

    /// <summary>The person whose credentials of AWS these are; null when they are those of none.</summary>
    public Person? FindByAws(AwsCaller caller) => People.Values.FirstOrDefault(person => person.IsActive && person.Aws.Any(caller.Is));

    /// <summary>Whether the person with this Slack member id may do more than acknowledge.</summary>
    public bool IsResponder(string slackId) =>
        FindBySlackId(slackId) is { IsActive: true } person && Slack.Responders.Contains(person.Id);
}
