using Incidents.Application.Schedules.Sick;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.Paging;
using NodaTime;
using static Incidents.Application.Tests.Configuration.Written;

namespace Incidents.Application.Tests.Configuration;

/// <summary>Steps whose people are away, or are those of the step before, and people whose turns never come.</summary>
public sealed class AwayAndSickTests
{
    private const string People = """
        people:
          ada: { name: Ada, slack: U0ADA00001, time_off: [{ from: 2026-09-14, to: 2026-09-15 }, { from: 2026-09-16, to: 2026-09-16 }] }
          ben: { name: Ben, slack: U0BEN00001, time_off: [{ from: 2026-09-14, to: 2026-09-14 }] }
          cleo: { name: Cleo, slack: U0CLEO0001 }
          dora: { name: Dora, slack: U0DORA0001 }
        catch_all: { targets: [person: dora] }

        """;

    [Theory]
    [InlineData("[{ targets: [person: ada] }, { targets: [person: cleo] }]", "ada 1, cleo 2", 2, "Ada has time off until 2026-09-17 00:00 UTC: step 2 is paged at the same time.")]
    [InlineData("[{ targets: [person: ada] }, { targets: [person: ben] }, { targets: [person: cleo] }]", "ada 1, ben 2, cleo 3", 3, "Ada has time off until 2026-09-17 00:00 UTC, Ben has time off until 2026-09-15 00:00 UTC: step 3 is paged at the same time.")]
    [InlineData("[{ targets: [person: ada] }]", "ada 1, dora 0", 1, "Ada has time off until 2026-09-17 00:00 UTC: the catch-all is paged at the same time.")]
    [InlineData("[{ targets: [person: ada] }, { targets: [person: ada, person: cleo] }]", "ada 1, cleo 2", 2, "Ada has time off until 2026-09-17 00:00 UTC: step 2 is paged at the same time.")]
    [InlineData("[{ targets: [person: ada, person: cleo] }, { targets: [person: dora] }]", "ada 1, cleo 1", 1, null)]
    public void V12_Plan_WhenAllOfAStepHaveTimeOff_PagesTheNextStepToo(string steps, string paged, int position, string? remark)
    {
        var plan = Planner(steps, Now).Start(Urgency.High, new IncidentNumber(1));

        Assert.Equal(paged, string.Join(", ", plan.Targets.Select(target => $"{target.Person} {target.Step}")));
        Assert.Equal(position, plan.Position?.Step);
        Assert.Equal(remark is null ? [] : new[] { remark }, plan.Remarks);
        Assert.Equal(Duration.FromMinutes(5), plan.Timeout);
    }

    [Fact]
    public void V12_Plan_WhenTheTimeOffIsOver_PagesTheStepAlone() =>
        Assert.Equal([new PersonId("ada")], Planner("[{ targets: [person: ada] }, { targets: [person: cleo] }]", Instant.FromUtc(2026, 9, 17, 0, 0)).Start(Urgency.High, new IncidentNumber(1)).Targets.Select(target => target.Person));

    [Fact]
    public void V12_Check_WhenAStepPagesThePeopleOfTheStepBefore_IsAnErrorWithTheTime()
    {
        var configuration = Good(People, """
            schedules:
              one: { time_zone: Etc/UTC, rotation: weekly, handoff: MO 09:00, start: 2026-09-07T09:00:00Z, participants: [cleo, dora] }
              two: { time_zone: Etc/UTC, rotation: daily, handoff: "09:00", start: 2026-09-07T09:00:00Z, participants: [cleo, dora] }
            escalation_policies:
              same: { steps: [{ targets: [schedule: one] }, { targets: [schedule: two] }] }
              other: { steps: [{ targets: [person: ada] }, { targets: [person: ada, person: cleo] }] }
              twice: { steps: [{ targets: [person: cleo] }, { targets: [person: cleo] }] }
            """);

        var errors = configuration.Unwakeable.Select(problem => problem.ToString()).Where(problem => problem.Contains("same people", StringComparison.Ordinal)).ToList();

        Assert.Equal(2, errors.Count);
        Assert.Contains("error: step 2 of \"same\" pages the same people as step 1 (Dora) from 2026-09-14T11:00:00Z to 2026-09-15T09:00:00Z, and ", errors[0], StringComparison.Ordinal);
        Assert.Contains(" more times in the next 90 days: a page they do not answer reaches no other person.", errors[0], StringComparison.Ordinal);
        Assert.Contains("error: step 2 of \"twice\" pages the same people as step 1 (Cleo) from 2026-09-14T11:00:00Z to 2026-12-13T11:00:00Z:", errors[1], StringComparison.Ordinal);
    }

    /// <summary>Seven people with a turn a day, where the weekend does not count.</summary>
    [Fact]
    public void V12_Check_WhenTurnsFallOutsideTheHoursThatCount_WarnsOfWhoIsNeverOnCall()
    {
        const string Rota = "type: daily, start: 08:00, end: 18:00, days: [MO, TU, WE, TH, FR]";
        var problems = Problems("""
            people: { u1: { slack: U00000001 }, u2: { slack: U00000002 }, u3: { slack: U00000003 }, u4: { slack: U00000004 }, u5: { slack: U00000005 }, u6: { slack: U00000006 }, u7: { slack: U00000007 } }
            catch_all: { targets: [person: u1] }
            schedules:
              office:
                time_zone: Europe/Paris
                gaps: intended
                layers:
                  - { name: d, start: 2026-09-14T06:00:00Z, participants: [u1, u2, u3, u4, u5, u6, u7], rotation: { kind: daily, handoff_time: 08:00 }, restrictions: [{ RULE }] }
              long: { time_zone: Europe/Paris, rotation: { kind: weekly, length: 4 }, participants: [u1, u2, u3, u4, u5, u6, u7] }
            """.Replace("RULE", Rota, StringComparison.Ordinal));

        Assert.Contains("config/a.yaml:4:3: warning: u6, u7: never on call in \"office\"", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void V12_Check_WhenAnOverrideReplacesSomebodyWhoHasLeft_Warns() => Assert.Contains(
        Problems(People, """
            people:
              eve: { name: Eve, active: false }
            schedules:
              s: { time_zone: Etc/UTC, rotation: weekly, participants: [ada, cleo], overrides: [{ kind: replace, from: 2026-10-01T00:00:00Z, to: 2026-10-02T00:00:00Z, replaces: eve, users: [ben] }] }
            """),
        problem => problem.Contains("Eve is not active and has no turns, so `overrides[0]` replaces them in nothing.", StringComparison.Ordinal));

    [Theory]
    [InlineData("[{ targets: [schedule: s] }, { targets: [person: ben, person: cleo] }]", "cleo")]
    [InlineData("[{ targets: [schedule: s] }]", "dora")]
    [InlineData("[{ targets: [schedule: s, person: cleo] }]", "dora")]
    [InlineData("[{ targets: [person: cleo] }, { targets: [schedule: s] }, { targets: [person: ada] }]", "dora")]
    public void V12_NextStep_IsTheFirstWhoIsThere(string steps, string expected)
    {
        var settings = Good(People, $"schedules:\n  s: {{ time_zone: Etc/UTC, rotation: weekly, participants: [ada] }}\nescalation_policies:\n  p: {{ steps: {steps} }}\nservices:\n  x: {{ policy: p }}\n");

        Assert.Equal(expected, NextStep.After(settings.Schedules[new ScheduleId("s")], new PersonId("ada"), Now, Now + Duration.FromDays(1), settings)?.Value);
    }

    private static PagePlanner Planner(string steps, Instant now)
    {
        var settings = Good(People, $"escalation_policies:\n  p: {{ steps: {steps} }}\n");
        return new PagePlanner(settings, settings.Policies[new PolicyId("p")], now);
    }
}
