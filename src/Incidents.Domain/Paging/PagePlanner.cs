using Incidents.Domain.Configuration;
using Incidents.Domain.Escalation;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;
using NodaTime;

namespace Incidents.Domain.Paging;

/// <summary>From a step of an escalation policy to the people it pages at that moment, and the ways they are reached.</summary>
/// <param name="settings">Who is on call, overrides included, and how people are reached.</param>
/// <param name="policy">The steps as they were when the incident opened; null pages the catch-all at once.</param>
/// <param name="now">When is asked.</param>
/// <param name="shadow">Whether no person is to be reached: the same people, steps and times, shown to the team alone.</param>
public sealed class PagePlanner(OnCallConfiguration settings, EscalationPolicy? policy, Instant now, bool shadow = false) : IPagePlanner
{
    /// <summary>Stands where a person's id would, when there is none.</summary>
    public static PersonId Nobody { get; } = new("nobody");

    /// <summary>How often the catch-all is paged while the incident is unacknowledged.</summary>
    public static readonly Duration CatchAllEvery = Duration.FromMinutes(15);

    /// <summary>
    /// Phones let a second call from one number through while they are muted: within three minutes on iOS. A minute is no further interruption, and long enough for the
    /// first call to have rung out.
    /// </summary>
    public static readonly Duration CallAgainAfter = Duration.FromMinutes(1);

    /// <summary>What a person has who was paged by name, before the policy goes on.</summary>

    /// <summary>A check is paged where the catch-all's cards go, to no person, and never escalates.</summary>
    private static readonly PagingPlan ToTheChannel = new([new PageTarget(Nobody, "the channel", ChannelKind.Slack, Step: 0)], []);

    private IReadOnlyList<EscalationStep> Steps => policy?.Steps ?? [];

    private EscalationPosition Beginning => new(1, Steps.Count > 0 ? 1 : 0);

    /// <summary>The first pages of an incident that is just opening.</summary>
    public PagingPlan Start(Urgency urgency, IncidentNumber number, IncidentSource source = IncidentSource.Alarm) =>
        source.IsCheck() ? ToTheChannel : Paced(From(Beginning, urgency, number), source);

    /// <summary>Returns the people the first step pages now; empty when none is on call anywhere.</summary>
    public IReadOnlyList<Person> WhoIsFirst() =>
        [.. Start(Urgency.High, new IncidentNumber(1)).Targets.Select(t => settings.FindPerson(t.Person)).OfType<Person>().Distinct()];

    /// <inheritdoc />
    public PagingPlan Start(Incident incident) => Start(incident.Urgency, incident.Number, incident.Source);

    /// <inheritdoc />
    public PagingPlan Next(Incident incident) =>
        incident.Escalation is { } at ? Paced(From(After(at.Position, Repeats(incident)), Urgency.High, incident.Number, Repeats(incident)), incident.Source) : Start(Urgency.High, incident.Number, incident.Source);

    /// <inheritdoc />
    public PagingPlan Again(Incident incident) => incident.Escalation is { } at
        ? From(at.Position, incident.Urgency, incident.Number) with { Position = null, Timeout = null }
        : Start(incident);

    /// <inheritdoc />
    public PagingPlan Person(PersonId person, Incident incident)
    {
        if (settings.FindPerson(person) is not { IsActive: true } known)
        {
            var plan = Start(incident);
            return plan with { Remarks = [$"{person} is not among the people any more: the policy starts over.", .. plan.Remarks] };
        }

        return ByName([known], incident);
    }

    /// <summary>All members of a team. When none of them answers, the policy goes on where it was.</summary>
    public PagingPlan Members(Team team, Incident incident) =>
        ByName([.. team.Members.Select(settings.People.GetValueOrDefault).OfType<Person>().Where(p => p.IsActive)], incident);

    /// <summary>Returns the plan for an incident that comes back: the last holder, if they are still on duty; else the policy from its beginning.</summary>
    public PagingPlan AfterReopening(Incident incident)
    {
        var plan = Start(incident);
        return incident.AcknowledgedBy is { } last && last.AsPerson() is var holder && IsOnCall(holder)
            ? plan with { Targets = [.. plan.Targets.Where(t => t.Person == holder).DefaultIfEmpty().SelectMany(t => t is null ? Person(holder, incident).Targets : [t])] }
            : plan;
    }

    /// <inheritdoc />
    public Duration? TimeoutOf(EscalationPosition? position) =>
        position is { } at && at.Step > 0 && at.Step <= Steps.Count ? Steps[at.Step - 1].Timeout : null;

    /// <inheritdoc />
    public bool IsOnCall(PersonId person) => Steps.Concat(settings.CatchAll.Steps)
        .SelectMany(step => step.Targets)
        .OfType<EscalationTarget.OnCall>()
        .SelectMany(target => settings.Behind(target, now))
        .Contains(person);

    /// <inheritdoc />
    public PageTarget? Another(Page page, IReadOnlyCollection<string> tried) =>
        settings.FindPerson(page.Person) is { } person
        && settings.NextChannels(person).FirstOrDefault(channel => !tried.Contains(channel)) is { } next
            ? new PageTarget(page.Person, person.Name, next, page.Step)
            : null;

    /// <inheritdoc />
    public Duration? RepeatsAfter(string channel) => channel == ChannelKind.Voice ? CallAgainAfter : null;

    /// <inheritdoc />
    public Instant? WaitsUntil(PersonId person, string channel, Urgency urgency) =>
        settings.FindPerson(person) is { } known ? QuietUntil(known, channel, urgency, now) : null;

    /// <summary>Pages people by their names; the policy stays where it is.</summary>
    private PagingPlan ByName(IReadOnlyList<Person> people, Incident incident)
    {
        var plan = Plan(people, incident.Escalation?.Position ?? Beginning, EscalationState.UsualTimeout, incident.Urgency, []);
        var away = new AwaySteps(settings, now);
        if (!away.Keep(people, plan))
        {
            return plan;
        }

        var next = From(incident.Escalation is { } at ? After(at.Position, Repeats(incident)) : Beginning, incident.Urgency, incident.Number, Repeats(incident));
        return away.Join(next, next.Position is { Step: > 0 and var step } ? $"step {step}" : "the catch-all");
    }

    /// <summary>Pages for a message that cannot be parsed once an hour, not at every step.</summary>
    private static PagingPlan Paced(PagingPlan plan, IncidentSource source) =>
        source == IncidentSource.Unreadable && plan.Timeout is not null ? plan with { Timeout = IncidentRules.UnreadablePageEvery } : plan;

    /// <summary>What flaps goes through the steps once more at most: each round wakes the same people, and the catch-all is as near as that.</summary>
    private int Repeats(Incident incident) => incident.FlappingSince is null ? policy?.Repeat ?? 0 : Math.Min(1, policy?.Repeat ?? 0);

    /// <remarks>A step all of whose people have time off is paged together with the step after it, and the policy goes on from there.</remarks>
    private PagingPlan From(EscalationPosition position, Urgency urgency, IncidentNumber number, int? repeats = null)
    {
        var remarks = new List<string>();
        var away = new AwaySteps(settings, now);
        for (; position.Step > 0; position = away.IsEmpty ? After(position, repeats ?? policy?.Repeat ?? 0) : Below(position))
        {
            var step = Steps[position.Step - 1];
            var people = Active(step, number, position.Round, remarks);
            if (people.Count == 0)
            {
                remarks.Add($"Step {position.Step} of \"{policy!.Name}\" has nobody to page.");
            }
            else if (!away.Keep(people, Plan(people, position, step.Timeout, urgency, [])))
            {
                return away.Join(Plan(people, position, step.Timeout, urgency, remarks), $"step {position.Step}");
            }
        }

        if (policy is not null && remarks.Count > 0)
        {
            remarks.Add($"No step of \"{policy.Name}\" is left with anybody to page: the catch-all is paged.");
        }

        foreach (var (index, step) in settings.CatchAll.Steps.Index())
        {
            var people = Active(step, number, position.Round, remarks);
            if (people.Count == 0)
            {
                remarks.Add($"Step {index + 1} of \"the catch-all\" has nobody to page.");
            }
            else if (!away.Keep(people, Plan(people, position, CatchAllEvery, urgency, [])))
            {
                return away.Join(Plan(people, position, CatchAllEvery, urgency, remarks), "the catch-all");
            }
        }

        if (!away.IsEmpty)
        {
            return away.Join(Plan([], position, CatchAllEvery, urgency, remarks), next: null);
        }

        remarks.Add("The catch-all has nobody to page.");
        return Plan([], position, CatchAllEvery, urgency, remarks) with
        {
            Targets = shadow
                ? [new PageTarget(Nobody, "nobody", Page.Shadow, 0)]
                : [new PageTarget(Nobody, "nobody", ChannelKind.Slack, 0), new PageTarget(Nobody, "nobody", Page.Fallback, 0)],
        };
    }

    private PagingPlan Plan(IReadOnlyList<Person> people, EscalationPosition position, Duration timeout, Urgency urgency, List<string> remarks) =>
        new([.. people.SelectMany(person => Ways(person, position.Step, urgency))], [.. remarks.Distinct()])
        {
            Position = position,
            Timeout = urgency == Urgency.High ? timeout : null,
        };

    private EscalationPosition After(EscalationPosition at, int repeats) => at switch
    {
        { Step: 0 } => at,
        _ when at.Step < Steps.Count => at with { Step = at.Step + 1 },
        _ when at.Round <= repeats && Steps.Count > 0 => new EscalationPosition(at.Round + 1, 1),
        _ => at with { Step = 0 },
    };

    /// <summary>The step after one in the same round; after the last the catch-all, for a repeat would page the same people.</summary>
    private EscalationPosition Below(EscalationPosition at) => at.Step < Steps.Count ? at with { Step = at.Step + 1 } : at with { Step = 0 };

    private IReadOnlyList<Person> Active(EscalationStep step, IncidentNumber number, int round, List<string> remarks)
    {
        var people = step.Targets.SelectMany(target => settings.Behind(target, now)).Distinct().Select(settings.People.GetValueOrDefault).OfType<Person>().ToLookup(person => person.IsActive);
        remarks.AddRange(people[false].Select(person => $"{person.Name} is not active and is not paged."));
        IReadOnlyList<Person> active = [.. people[true]];
        return step.RoundRobin && active.Count > 1 ? [active[(number.Value + round - 1) % active.Count]] : active;
    }

    private IEnumerable<PageTarget> Ways(Person person, int step, Urgency urgency) => shadow
        ? [new PageTarget(person.Id, person.Name, Page.Shadow, step)]
        : settings.RulesFor(person, urgency).Select(rule => new PageTarget(person.Id, person.Name, rule.Channel, step)
        {
            After = QuietUntil(person, rule.Channel, urgency, now + rule.After) - now ?? rule.After,
        });

    /// <summary>Slack never waits: the card is for everybody, and whether a phone buzzes for it each decides there.</summary>
    private static Instant? QuietUntil(Person person, string channel, Urgency urgency, Instant at) =>
        urgency == Urgency.High || Page.IsForTeam(channel) ? null : person.QuietHours?.EndAt(at);
}
