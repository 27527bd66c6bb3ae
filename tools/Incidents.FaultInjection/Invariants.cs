using Incidents.Application.Configuration;
using Incidents.Application.Paging;
using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using Incidents.Domain.Paging;
using Incidents.Domain.People;
using NodaTime;

namespace Incidents.FaultInjection;

/// <summary>What must hold whatever goes wrong. Remembers what it saw, because some of it is about what may never get less.</summary>
internal sealed class Invariants(SimulatedEnvironment environment)
{
    /// <summary>Five minutes, and one answer that takes its time.</summary>
    private static readonly Duration PageWithin = Duration.FromMinutes(5.5);

    /// <summary>The catch-all is paged this often, and a sweep may be late.</summary>
    private static readonly Duration LongestSilence = Duration.FromMinutes(16);

    /// <summary>A claimed page may be sent while the incident is resolved: for as long as a claim and two slow answers take.</summary>
    private static readonly Duration OnItsWay = Duration.FromSeconds(90);

    private static readonly Duration Stands = Duration.FromMinutes(2);

    /// <summary>Past this a page is gathered with others, and that takes what it takes.</summary>
    internal static readonly Duration Belated = Duration.FromMinutes(10);

    private readonly Dictionary<IncidentNumber, Snapshot> seen = [];

    /// <summary>How many incidents there have been.</summary>
    public int Incidents => seen.Count;

    /// <summary>What does not come right by itself, without anything being lost: an incident that waits for an alarm that is OK, an alarm in two incidents.</summary>
    public List<string> Lingering { get; } = [];

    /// <summary>Checks what must hold at every moment at which no process is in the middle of an operation.</summary>
    public async Task<List<string>> Check()
    {
        var broken = new List<string>();
        foreach (var incident in await All())
        {
            if (Sweeping.IsForgotten(incident))
            {
                broken.Add($"I3 {incident.Number} is open, unanswered, and nothing escalates it");
            }

            if (seen.TryGetValue(incident.Number, out var before) && before.Incident.Version == incident.Version)
            {
                continue;
            }

            var own = (await environment.Stores.Incidents.Timeline(incident.Number, CancellationToken.None)).Where(e => e.Sequence > 0).Select(e => e.Event).ToList();
            var members = (await environment.Stores.Incidents.Members(incident.Number, CancellationToken.None)).ToDictionary(m => m.Member);
            if (before is not null)
            {
                Compare(incident, before, own, members, broken);
                broken.AddRange(BroughtBackByWhatItKnew(incident, before, own));
            }

            if (incident.TimelineLength != own.Count || !Same(Evolution.Fold(incident.Number, own), incident))
            {
                broken.Add($"I5 {incident.Number} is not what its {own.Count} events add up to");
            }

            seen[incident.Number] = new Snapshot(incident, own, members);
        }

        return [.. broken, .. Repeats(), .. AfterTheEnd(), .. AfterAnAnswer(), .. OfAnothersClaim()];
    }

    /// <summary>What holds besides once all has been quiet for a while.</summary>
    public async Task<List<string>> CheckAtRest()
    {
        var broken = await Check();
        var incidents = await All();
        foreach (var (member, change) in environment.Expected.Now)
        {
            await CheckAlarm(member, change, incidents, broken);
        }

        foreach (var incident in incidents)
        {
            var story = seen[incident.Number].Own;
            CheckPaged(incident, story, broken);
            CheckRota(incident, story, broken);
            CheckSteps(incident, story, broken);
            broken.AddRange(ToldTwice(incident, await environment.Stores.Incidents.Members(incident.Number, CancellationToken.None)));
            if (incident.Due is { } due && due < environment.Clock.Now)
            {
                broken.Add($"I3 {incident.Number} is overdue since {due}");
            }
        }

        return [.. broken, .. NewsTwice()];
    }

    public async Task<IReadOnlyList<Incident>> All() => (await environment.Stores.Incidents.History(null, Instant.FromUtc(2026, 1, 1, 0, 0), 10_000, CancellationToken.None)).Incidents;

    private static void Compare(Incident incident, Snapshot before, List<IncidentEvent> own, Dictionary<AlarmMember, MemberAlarm> members, List<string> broken)
    {
        if (incident.Version < before.Incident.Version)
        {
            broken.Add($"I4 {incident.Number} went from version {before.Incident.Version} to {incident.Version}");
        }

        if (!before.Members.Keys.All(members.ContainsKey) || own.Count < before.Own.Count || before.Own.Zip(own).Any(pair => pair.First.GetType() != pair.Second.GetType() || pair.First.At != pair.Second.At))
        {
            broken.Add($"I5 {incident.Number} has lost something of its timeline");
        }
    }

    private static bool Same(Incident folded, Incident kept) => Plain(folded) == Plain(kept)
        && folded.Linked.SequenceEqual(kept.Linked)
        && folded.Returns.SequenceEqual(kept.Returns)
        && folded.FormerTitles.SequenceEqual(kept.FormerTitles)
        && Names(folded).SequenceEqual(Names(kept))
        && folded.Pages.Select(p => p with { Tried = null }).SequenceEqual(kept.Pages.Select(p => p with { Tried = null }));

    private static Incident Plain(Incident incident) => incident with
    {
        Version = 0,
        Pages = [],
        Linked = [],
        FormerTitles = [],
        Returns = [],
        Joined = incident.Joined with { Names = null },
        News = incident.News is { } news ? news with { Names = [], Waiting = news.Waiting is { } waiting ? waiting with { Names = [] } : null } : null,
    };

    private static IEnumerable<string> Names(Incident incident) =>
        [.. incident.Joined.Names ?? [], "told", .. incident.News?.Names ?? [], "waiting", .. incident.News?.Waiting?.Names ?? []];

    private IEnumerable<string> Repeats() => environment.Endpoints.Pages
        .GroupBy(p => (p.Incident, p.Page, p.Person, p.Channel))
        .Where(same => same.Skip(1).Any(p => !p.MayBeRepeat) || same.Count() > 1 + environment.Faults)
        .Select(same => $"I2 {same.Key} arrived {same.Count()} times");

    private IEnumerable<string> AfterTheEnd() => environment.Endpoints.Pages
        .Where(p => p.Then is { IsOpen: false, ResolvedAt: { } over } && p.At - over > OnItsWay)
        .Select(p => $"I7 {p.Incident}.{p.Page} was sent at {p.At}, after the end")
        .Concat(environment.Endpoints.News
            .Where(n => n.Then is { IsOpen: false, ResolvedAt: { } over } && n.At - over > OnItsWay && n.Kind is not (UpdateKind.Resolved or UpdateKind.Reminder))
            .Select(n => $"I7 {n.Incident} {n.Kind} was told at {n.At}, after the end"));

    /// <summary>Who has an incident is not paged for it by what was asked for before.</summary>
    private IEnumerable<string> AfterAnAnswer() => environment.Endpoints.Pages
        .Where(p => p.Then is { Status: IncidentStatus.Acknowledged, AcknowledgedAt: { } answered } && p.AsClaimed.RequestedAt <= answered && p.At - answered > OnItsWay)
        .Select(p => $"I8 {p.Incident}.{p.Page} was sent at {p.At}, after the acknowledgement");

    /// <summary>A claim that has run out is another worker's; only what is gathered into one message may take longer.</summary>
    private IEnumerable<string> OfAnothersClaim() => environment.Endpoints.Pages
        .Where(p => p.AsClaimed is { Late: false, HandedOver: false } page && page.Deadline <= p.At && p.At - (page.StartedAt ?? page.RequestedAt) < Belated)
        .Select(p => $"I9 {p.Incident}.{p.Page} was sent at {p.At}, and its claim had run out at {p.AsClaimed.Deadline}");

    /// <summary>One change of one alarm opens or brings back one incident, however often its message comes.</summary>
    private IEnumerable<string> NewsTwice() => seen
        .SelectMany(one => one.Value.Own.Select(e => e switch
        {
            IncidentTriggered { Alarm: { } alarm } => alarm,
            IncidentReopened { Alarm: { } alarm } => alarm,
            _ => null,
        }))
        .OfType<OpeningAlarm>()
        .GroupBy(alarm => (alarm.Member, alarm.Change))
        .Where(same => same.Count() > 1)
        .Select(same => $"I2 {same.Key} was taken as news {same.Count()} times");

    /// <summary>An incident that is over comes back by a change it did not have when it ended.</summary>
    private static IEnumerable<string> BroughtBackByWhatItKnew(Incident incident, Snapshot before, List<IncidentEvent> own) => own
        .Skip(before.Own.Count)
        .OfType<IncidentReopened>()
        .Where(back => back.Alarm is { } alarm && !before.Incident.IsOpen && before.Members.TryGetValue(alarm.Member, out var known) && known.Last == alarm.Change)
        .Select(back => $"I2 {incident.Number} was brought back at {back.At} by {back.Alarm!.Change} of {back.Alarm.Member}, which it knew");

    /// <summary>A change stands once in the story of an alarm, however often its message comes.</summary>
    private static IEnumerable<string> ToldTwice(Incident incident, IEnumerable<MemberAlarm> members) => members
        .Where(m => m.Changes.Zip(m.Changes.Skip(1)).Any(pair => pair.First == pair.Second))
        .Select(m => $"I2 {incident.Number} has a change of {m.Member} twice: {string.Join(", ", m.Changes)}");

    private async Task CheckAlarm(AlarmMember member, AlarmChange change, IReadOnlyList<Incident> incidents, List<string> broken)
    {
        var holders = new List<(Incident Incident, bool Fires, AlarmChange Last)>();
        foreach (var incident in incidents)
        {
            if (incident.Opener is { } opener && opener.Member == member)
            {
                holders.Add((incident, opener.IsFiring, opener.Change));
            }
            else if ((await environment.Stores.Incidents.Load(incident.Number, member, CancellationToken.None))!.Member is { } joined)
            {
                holders.Add((incident, joined.IsFiring, joined.Last));
            }
        }

        if (change.State == AlarmState.Ok)
        {
            Lingering.AddRange(holders.Where(h => h.Incident.IsOpen && h.Fires).Select(h => $"{member} is OK since {change.At}, and {h.Incident.Number} waits for it"));
        }
        else if (!holders.Exists(h => h.Last == change && (h.Incident.IsOpen || h.Incident.ResolveReason != ResolveReason.RecoveredByItself)))
        {
            broken.Add($"I1 {member} is in ALARM since {change.At} and belongs to no open incident ({string.Join(", ", holders.Select(h => $"{h.Incident.Number} {h.Incident.Status} has it as {h.Last}"))})");
        }

        if (holders.Count(h => h.Incident.IsOpen && h.Last == change) > 1)
        {
            Lingering.Add($"{member} belongs to {string.Join(" and ", holders.Where(h => h.Incident.IsOpen && h.Last == change).Select(h => h.Incident.Number))} at once");
        }
    }

    private void CheckPaged(Incident incident, List<IncidentEvent> story, List<string> broken)
    {
        var now = environment.Clock.Now;
        if (incident is { Status: IncidentStatus.Triggered, Urgency: Urgency.High, Quiet: null, IsResolvingItself: false }
            && story.OfType<EscalationStepFired>().LastOrDefault() is var step && (step is null || now - step.At > LongestSilence))
        {
            broken.Add($"I3 {incident.Number} is unanswered, and its last step fired {step?.At.ToString() ?? "never"}");
        }

        foreach (var fired in story.OfType<EscalationStepFired>().Where(s => now - s.At > PageWithin && story.OfType<PageRequested>().Any(p => p.At == s.At)))
        {
            // A page nobody has answered yet is not sent again for an incident that comes back.
            var since = story.Exists(e => e is IncidentReopened { Announce: true } && e.At == fired.At) ? fired.At - Stands : fired.At;
            var reached = environment.Endpoints.Pages.Exists(p => p.Incident == incident.Number && p.At >= since && p.At <= fired.At + PageWithin)
                || HeardBefore(incident, fired, story)
                || environment.Endpoints.Fallback.Exists(f => f.At >= fired.At && f.At <= fired.At + PageWithin)
                || story.Exists(e => e is IncidentAcknowledged or IncidentSnoozed or IncidentRecovered or IncidentResolved && e.At >= fired.At && e.At <= fired.At + PageWithin);
            if (!reached)
            {
                broken.Add($"I1 {incident.Number}: step {fired.Step} of {fired.At} reached nobody within five minutes");
            }
        }
    }

    /// <summary>Whom the first step would page was woken by a degraded page, so that only the card went out.</summary>
    private bool HeardBefore(Incident incident, EscalationStepFired fired, List<IncidentEvent> story) =>
        story.OfType<PageRequested>().Where(p => p.At == fired.At).All(p => p.Person == PagePlanner.Nobody)
        && environment.Endpoints.Degraded.Exists(d => new ServiceId(d.Service) == incident.Service && d.Channel == ChannelKind.Sms && d.At <= fired.At);

    /// <summary>Each step of the policy asks for whom it names at that moment, and none is fired for who has it.</summary>
    private static void CheckSteps(Incident incident, List<IncidentEvent> story, List<string> broken)
    {
        var state = Evolution.Begin(incident.Number, story[0]);
        foreach (var happened in story.Skip(1))
        {
            if (happened is EscalationStepFired { Why: EscalationState.NobodyAnswered } late && state.Status != IncidentStatus.Triggered)
            {
                broken.Add($"I8 {incident.Number}: step {late.Step} fired at {late.At} although {state.AcknowledgedBy?.Id} has it");
            }

            if (happened is EscalationStepFired step && (step.Why == EscalationState.NobodyAnswered || step.At == incident.TriggeredAt))
            {
                var expected = step.Step == 1 ? SampleConfiguration.Primary(step.At) : "cy";
                var asked = story.OfType<PageRequested>().Where(p => p.At == step.At && p.Instead is null && p.Step == step.Step).Select(p => p.Person).ToHashSet();
                if (asked.Count == 0 || asked.Any(person => person != new PersonId(expected) && person != PagePlanner.Nobody))
                {
                    broken.Add($"I6 {incident.Number}: step {step.Step} of {step.At} asked for {(asked.Count == 0 ? "nobody" : string.Join(", ", asked))} and not for {expected}");
                }
            }

            state = Evolution.Apply(state, happened);
        }
    }

    private static void CheckRota(Incident incident, List<IncidentEvent> story, List<string> broken)
    {
        var service = SimulatedEnvironment.Settings.ServiceOf(incident);
        var asked = story.Select(Actor).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var page in story.OfType<PageRequested>().Where(p => p.Channel != Page.Fallback && p.Person != PagePlanner.Nobody))
        {
            var onDuty = page.Person == new PersonId("cy") || SimulatedEnvironment.Settings.PlannerFor(service, page.At).IsOnCall(page.Person);
            var knownFromBefore = page.Instead is not null || asked.Contains(page.Person.Value);
            if (page.Person == new PersonId(SampleConfiguration.NeverOnCall) || (!onDuty && !knownFromBefore))
            {
                broken.Add($"I6 {incident.Number}: {page.Person} is off rota and was paged at {page.At}");
            }
        }
    }

    /// <summary>An incident as it was last looked at.</summary>
    private sealed record Snapshot(Incident Incident, List<IncidentEvent> Own, Dictionary<AlarmMember, MemberAlarm> Members);

    /// <summary>The responder of the event; a responder may be paged again when not on call.</summary>
    private static string? Actor(IncidentEvent happened) => happened switch
    {
        IncidentAcknowledged e => e.By.Id,
        IncidentSnoozed e => e.By.Id,
        IncidentReopenedByPerson e => e.By.Id,
        IncidentReassigned e => e.To.ToLowerInvariant(),
        RespondersAdded e => e.To.ToLowerInvariant(),
        _ => null,
    };
}
