using Incidents.Application.Actions;
using Incidents.Application.Intake;
using Incidents.Application.Paging;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Scenarios.Tests;

/// <summary>A resolve ends what had happened by then; only what comes after it brings the incident back.</summary>
public class ResolveTests
{
    private static readonly Actor Ana = new("ana", "Ana", Via.CommandLine);
    private static readonly IncidentNumber First = new(1);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task V05_Resolve_WhenAlarmsJoinedAMomentBefore_StaysResolvedAndPagesNobody(bool isLowered)
    {
        using var house = new ScenarioHost();
        foreach (var name in new[] { "checkout-a", "checkout-b", "checkout-c" })
        {
            await house.Fire(name);
            house.Clock.Jump(Duration.FromMilliseconds(300));
        }

        if (isLowered)
        {
            await house.Get<ChangeSeverity>().Handle(First, Ana, Severity.Sev4, "it is nothing", CancellationToken.None);
        }

        var pages = house.Channel.Pages;
        var answer = Assert.IsType<ChangeResult.Changed>(await house.Resolve(First)).After.Incident;
        await house.Pass(Duration.FromMinutes(2));

        var incident = await house.Look(First);
        Assert.Equal((IncidentStatus.Resolved, IncidentStatus.Resolved, 0), (answer.Status, incident.Status, incident.Reopened));
        Assert.Equal((2, 2, true), (incident.Joined.Total, incident.Joined.Firing, incident.ResolvedWhileFiring));
        Assert.Equal(pages, house.Channel.Pages);
    }

    [Fact]
    public async Task V05_LoweredSeverity_WhenAlarmsThatWereThereChange_IsKept_AndOneThatFiresSinceRaisesIt()
    {
        using var house = new ScenarioHost();
        foreach (var name in new[] { "checkout-a", "checkout-b", "checkout-c" })
        {
            await house.Fire(name);
        }

        await house.Pass(Duration.FromMinutes(1));
        await house.Get<ChangeSeverity>().Handle(First, Ana, Severity.Sev4, "it is nothing", CancellationToken.None);
        await house.Pass(Duration.FromMinutes(1));
        var pages = house.Channel.Pages;

        await house.Recover("checkout-c");
        await house.Pass(Duration.FromMinutes(1));
        Assert.Equal((Severity.Sev4, pages), ((await house.Look(First)).Severity, house.Channel.Pages));

        await house.Fire("checkout-c");
        await house.Pass(Duration.FromMinutes(1));
        Assert.Equal((Severity.Sev2, pages + 1), ((await house.Look(First)).Severity, house.Channel.Pages));
    }

    [Fact]
    public async Task V05_RepeatOfAJoinedAlarm_BeforeTheFollowUpOfAResolve_DoesNotBringItBack()
    {
        using var house = new ScenarioHost();
        await house.Fire("checkout-a");
        var fired = house.Clock.Now();
        await house.Fire("checkout-b");
        await house.Pass(Duration.FromMinutes(1));
        await house.Get<IncidentChanges>().Apply(First, (record, now) => Responding.Resolve(record.Incident, Ana, ResolveReason.Fixed, confirmed: true, note: null, now), CancellationToken.None);
        var pages = house.Channel.Pages;

        Assert.Equal(AlarmDecision.Ignored, (await house.Fire("checkout-b", at: fired)).Decision);
        await house.Pass(Duration.FromMinutes(2));

        Assert.Equal((IncidentStatus.Resolved, pages), ((await house.Look(First)).Status, house.Channel.Pages));
        await house.Fire("checkout-b");
        Assert.Equal(IncidentStatus.Triggered, (await house.Look(First)).Status);
    }

    [Fact]
    public async Task V05_Resolve_WhenOnlyAnUncountedAlarmFires_AsksForTheConfirmation()
    {
        using var house = new ScenarioHost();
        await house.Fire("checkout-a");
        await house.Fire("checkout-b");
        house.Clock.Jump(Duration.FromMilliseconds(300));
        await house.Fire("checkout-c");
        await house.Recover("checkout-a");
        await house.Recover("checkout-b");

        Assert.Equal(Refusal.StillFiring, Assert.IsType<ChangeResult.Ignored>(await house.Resolve(First, confirmed: false)).Refusal);
    }

    [Fact]
    public async Task V05_Merge_WhenAlarmsJoinedAMomentBefore_StaysResolved()
    {
        using var house = new ScenarioHost();
        await house.Fire("payments-a");
        foreach (var name in new[] { "checkout-a", "checkout-b", "checkout-c" })
        {
            await house.Fire(name);
            house.Clock.Jump(Duration.FromMilliseconds(300));
        }

        await house.Get<MergeIncidents>().Handle(new IncidentNumber(2), into: First, Ana, CancellationToken.None);
        await house.Pass(Duration.FromMinutes(1));

        Assert.False((await house.Look(new IncidentNumber(2))).IsOpen);
        Assert.Equal(3, (await house.Look(First)).Joined.Firing);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(400)]
    public async Task V05_AlarmThatJoins_AfterTheCountOfTheResolve_BringsItBack(int millisecondsBefore)
    {
        using var house = new ScenarioHost();
        await house.Fire("checkout-a");
        await house.Fire("checkout-b");
        await house.Pass(Duration.FromMinutes(1));
        var joinedAt = house.Clock.Now() - Duration.FromMilliseconds(millisecondsBefore);
        var resolved = await house.Get<IncidentChanges>().Apply(
            First,
            async (record, now) => Responding.Resolve(record.Incident, MemberAlarm.Count(await house.Store.Members(First, CancellationToken.None), except: record.Incident.Opener?.Member), Ana, ResolveReason.Fixed, confirmed: true, note: null, now),
            CancellationToken.None);
        await house.Store.SaveMember(First, Member("checkout-c", joinedAt), expected: null, CancellationToken.None);

        var answer = Assert.IsType<ChangeResult.Changed>(await house.Get<Dispatcher>().Dispatch(resolved, CancellationToken.None)).After.Incident;

        Assert.Equal((IncidentStatus.Triggered, 1, 2), (answer.Status, answer.Reopened, answer.Joined.Firing));
        Assert.Equal(answer, await house.Look(First), (a, b) => a.Version == b.Version && a.Status == b.Status);
    }

    private static MemberAlarm Member(string name, Instant at) => new()
    {
        Member = new(new($"arn:aws:cloudwatch:eu-west-1:123456789012:alarm:{name}"), null),
        Name = name,
        Severity = Severity.Sev2,
        JoinedAt = at,
        Reason = "because",
        Changes = [new(Domain.Alarms.AlarmState.Alarm, at)],
    };
}
