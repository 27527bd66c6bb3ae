using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.Paging;
using NodaTime;
using static Incidents.Application.Tests.Configuration.Written;

namespace Incidents.Application.Tests.Configuration;

public sealed class PagePlannerTests
{
    private static readonly OnCallConfiguration Configuration = Good(Base, """
        people:
          alan: { name: Alan, slack: U0ALAN0001 }
          linus: { name: Linus, active: false }
        teams:
          both: { members: [alan, ada] }
        schedules:
          week:
            time_zone: Europe/Berlin
            rotation: weekly
            handoff: MO 09:00
            start: 2026-09-07T07:00:00Z
            participants: [ada, grace]
            overrides:
              - { kind: replace, from: 2026-09-16T00:00:00Z, to: 2026-09-17T00:00:00Z, replaces: grace, users: [alan] }
          never: { gaps: intended, time_zone: Europe/Berlin, rotation: null, participants: [] }
        escalation_policies:
          usual:
            name: Usual
            steps:
              - { targets: [schedule: week], timeout: 5m }
              - targets: [{ team: both }, { schedule: week }, { person: linus }]
          gap: { steps: [{ targets: [schedule: never] }, { targets: [person: linus] }, { targets: [person: grace] }] }
          empty: { steps: [{ targets: [schedule: never] }] }
        services:
          usual: { policy: usual }
          gap: { policy: gap }
          empty: { policy: empty }
          none: {}
        """);

    [Fact]
    public void Plan_FirstStep_IsWhoeverIsOnCall()
    {
        Assert.Equal([new PageTarget(new PersonId("grace"), "Grace", "slack", 1)], Plan("usual", 1, Now).Targets);
        Assert.Equal([new PageTarget(new PersonId("ada"), "Ada", "slack", 1)], Plan("usual", 1, Now + Duration.FromDays(7)).Targets);
        Assert.Empty(Plan("usual", 1, Now).Remarks);
    }

    [Fact]
    public void Plan_Override_CountsWhenTheStepFires() =>
        Assert.Equal(new PersonId("alan"), Assert.Single(Plan("usual", 1, Instant.FromUtc(2026, 9, 16, 12, 0)).Targets).Person);

    [Fact]
    public void Plan_SeveralTargets_NameEverybodyOnceAndNobodyWhoLeft()
    {
        var plan = Plan("usual", 2, Now);

        Assert.Equal([new PersonId("alan"), new PersonId("ada"), new PersonId("grace")], plan.Targets.Select(target => target.Person));
        Assert.Equal(["Linus is not active and is not paged."], plan.Remarks);
    }

    [Fact]
    public void Plan_StepWithNobody_GivesWayToTheNext()
    {
        var plan = Plan("gap", 1, Now);

        Assert.Equal([new PageTarget(new PersonId("grace"), "Grace", "slack", 3)], plan.Targets);
        Assert.Equal(
            ["Step 1 of \"gap\" has nobody to page.", "Linus is not active and is not paged.", "Step 2 of \"gap\" has nobody to page."],
            plan.Remarks);
    }

    [Fact]
    public void Plan_NoStepLeft_PagesTheCatchAllAndSaysSo()
    {
        var plan = Plan("empty", 1, Now);

        Assert.Equal([new PageTarget(new PersonId("ada"), "Ada", "slack", 0)], plan.Targets);
        Assert.EndsWith("the catch-all is paged.", plan.Remarks[^1]);
    }

    [Theory]
    [InlineData("none", 1)]
    [InlineData("catch-all", 1)]
    [InlineData("usual", 0)]
    [InlineData("usual", 3)]
    public void Plan_CatchAllOnPurpose_HasNoRemark(string service, int step)
    {
        var plan = Plan(service, step, Now);

        Assert.Equal([new PageTarget(new PersonId("ada"), "Ada", "slack", 0)], plan.Targets);
        Assert.Empty(plan.Remarks);
    }

    [Fact]
    public void Plan_CatchAllWithPolicy_PagesItsFirstStepWithAnybody()
    {
        var configuration = Good(Base.Replace("targets: [person: ada]", "policy: p", StringComparison.Ordinal), """
            schedules:
              never: { gaps: intended, time_zone: Europe/Berlin, rotation: null, participants: [] }
            escalation_policies:
              p: { steps: [{ targets: [schedule: never] }, { targets: [person: grace] }] }
            """);

        var plan = configuration.PlannerFor(configuration.CatchAll.Service, Now).Start(Urgency.High, new IncidentNumber(1));

        Assert.Equal([new PageTarget(new PersonId("grace"), "Grace", "slack", 0)], plan.Targets);
        Assert.Equal(["Step 1 of \"the catch-all\" has nobody to page."], plan.Remarks);
    }

    [Fact]
    public void OnCallNow_NamesEverySchedule()
    {
        var (week, never) = Configuration.OnCallNow(Now) is [var first, var second] ? (first, second) : throw new InvalidOperationException();

        Assert.Equal((new ScheduleId("week"), "grace", "alan"), (week.Schedule.Id, week.People[0].Id.Value, week.Next[0].Id.Value));
        Assert.Equal(Instant.FromUtc(2026, 9, 16, 0, 0), week.Until);
        Assert.Empty(never.People);
        Assert.Null(never.Until);
    }

    /// <param name="step">The step that is to fire; 0 is the catch-all.</param>
    private static PagingPlan Plan(string service, int step, Instant now)
    {
        var planner = Configuration.PlannerFor(Configuration.Find(new ServiceId(service))!, now);
        return step == 1 ? planner.Start(Urgency.High, new IncidentNumber(1)) : planner.Next(At(new EscalationPosition(3, step == 0 ? 0 : step - 1)));
    }

    private static Incident At(EscalationPosition position) => new()
    {
        Number = new IncidentNumber(1),
        Severity = Severity.Sev1,
        Urgency = Urgency.High,
        Service = new ServiceId("usual"),
        Title = "t",
        Source = IncidentSource.Alarm,
        TriggeredAt = Now,
        Escalation = new EscalationState(position.Round, position.Step, Now),
    };
}
