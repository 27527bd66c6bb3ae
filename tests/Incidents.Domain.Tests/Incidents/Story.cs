using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Domain.Tests.Incidents;

/// <summary>An incident in the making: says what happens and when, and keeps all events.</summary>
internal sealed class Story
{
    public static readonly Instant Start = Instant.FromUtc(2026, 9, 14, 3, 12);
    public static readonly AlarmMember Checkout = new(new DedupKey("arn:aws:cloudwatch:eu-west-1:123456789012:alarm:checkout"), null);
    public static readonly Actor Ana = new("ana", "Ana", Via.Slack);
    public static readonly PagingPlan PageAna = new([new PageTarget(new PersonId("ana"), "Ana", "slack", 1)], []);
    public static readonly ThreeSteps Planner = new();

    private readonly List<IncidentEvent> events = [];

    private Story(Decision.Accepted opened)
    {
        State = opened.State;
        events.AddRange(opened.Events);
    }

    public Incident State { get; private set; }

    public IReadOnlyList<IncidentEvent> Events => events;

    public IncidentRules Rules { get; init; } = IncidentRules.Default;

    public Instant Now { get; private set; } = Start;

    public static Story Triggered(
        IncidentRules? rules = null,
        Severity severity = Severity.Sev2,
        PagingPlan? plan = null,
        IncidentSource source = IncidentSource.Alarm,
        PagingSuppression? quiet = null,
        Urgency urgency = Urgency.High,
        Instant? raise = null)
    {
        var alarm = new OpeningAlarm(Checkout, new AlarmChange(AlarmState.Alarm, Start));
        var facts = new NewIncident("checkout", new ServiceId("checkout"), severity, urgency, source, Actor.System, source == IncidentSource.Declared ? null : alarm, "5xx", [])
        {
            Quiet = quiet,
            RaiseUrgencyAt = raise,
        };
        return new Story(Opening.Trigger(new IncidentNumber(1), facts, plan ?? PageAna, Start)) { Rules = rules ?? IncidentRules.Default };
    }

    public Story After(Duration time)
    {
        Now += time;
        return this;
    }

    public Story Do(Func<Story, Decision> command)
    {
        if (command(this) is Decision.Accepted accepted)
        {
            State = accepted.State;
            events.AddRange(accepted.Events);
        }

        return this;
    }

    public Refusal Refused(Func<Story, Decision> command) => Assert.IsType<Decision.Ignored>(command(this)).Refusal;

    /// <param name="only">The channel that takes its pages; null means every one that is asked.</param>
    public Story Sent(string? only = null) => Do(s => Delivering.Settle(s.State, s.State.Pages.Where(p => p.State == PageState.Sending && (only ?? p.Channel) == p.Channel).Select(p => (PageReport)(p.Id, new DeliveryResult.Delivered())), [], Story.Planner, s.Now));

    /// <summary>The channel hears the news.</summary>
    public Story Told() => Do(s => Delivering.Settle(s.State, [], s.State.Update is { } news ? [new ChannelUpdated(s.Now, news.Since, Failure: null)] : [], Planner, s.Now));

    public static Decision Change(Story s, AlarmState state) => ChangeAt(s, state, s.Now);

    public static Decision ChangeAt(Story s, AlarmState state, Instant at) =>
        Watching.Observe(s.State, Checkout, new AlarmChange(state, at), "because", s.Rules, s.Now);

    public static Decision Acknowledge(Story s) => Responding.Acknowledge(s.State, Ana, s.Rules, s.Now);

    public static Decision Resolve(Story s) => Responding.Resolve(s.State, Ana, ResolveReason.Fixed, confirmed: true, note: null, s.Now);

    public static Decision Elapse(Story s) => Sweeping.Elapse(s.State, Story.Planner, s.Now);

    public static Decision Count(Story s, JoinedCount count) => Watching.Count(s.State, count, Urgency.High, PageAna, s.Rules, s.Now);

    public static readonly PagingPlan FirstStep = PageAna with { Position = new EscalationPosition(1, 1), Timeout = Duration.FromMinutes(5) };

    public static Decision ReopenQuietly(Story s) => Opening.Reopen(
        s.State,
        new OpeningAlarm(Checkout, new AlarmChange(AlarmState.Alarm, s.Now)),
        "fired again",
        FirstStep,
        s.Rules,
        s.Now,
        new PagingSuppression(s.Now + Duration.FromMinutes(3), SuppressionKind.Maintenance, "deploying"));

    public static Decision Reopen(Story s) =>
        Opening.Reopen(s.State, new OpeningAlarm(Checkout, new AlarmChange(AlarmState.Alarm, s.Now)), "fired again", FirstStep, s.Rules, s.Now);
}
