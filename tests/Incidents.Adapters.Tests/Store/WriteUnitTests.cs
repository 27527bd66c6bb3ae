using Incidents.Adapters.DynamoDb;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using Incidents.Tests;
using NodaTime;
using Xunit.Abstractions;

namespace Incidents.Adapters.Tests.Store;

/// <summary>What the life of an incident costs, in the units the table itself reports; indexes and transactions included, and with an end to everything.</summary>
[Collection(EmbeddedStoreTests.Name)]
public sealed class WriteUnitTests(EmbeddedStore embedded, ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly CapacityMeter meter = new();
    private DynamoIncidentStore store = null!;
    private string table = "";

    public async Task InitializeAsync()
    {
        table = await embedded.NewTable();
        store = NewWorker();
        await store.NextNumber(None);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("metric-alarm.json")]
    [InlineData("composite-alarm.json")]
    [InlineData("metric-math-alarm.json")]
    [InlineData("metrics-insights-contributor-alarm.json")]
    public async Task Open_CostsAtMost12(string message)
    {
        var before = meter.Total;

        await store.Opened(text: Payload.Text($"cloudwatch/{message}"));

        Assert.InRange(Spent(message, before).WriteUnits, 1, 12);
    }

    [Fact]
    public async Task V02_Open_WithTheNoteOfTheMinute_CostsAtMost14_AndTheNoteComesWithTheLoad()
    {
        for (var told = 1; told <= 20; told++)
        {
            await store.AddToMinute(Told($"person-{told}"), instead: null, None);
        }

        var before = meter.Total;
        await store.Opened(text: Payload.Text("cloudwatch/composite-alarm.json"));
        await store.AddToMinute(Told("ada"), instead: null, None);
        Assert.InRange(Spent("opened and noted", before).WriteUnits, 1, 14);

        before = meter.Total;
        var known = await store.Known(Sample.Member());
        Assert.Equal(1, Spent("load", before).Calls);
        Assert.Equal(21, known.Minute.Pages.Count);
        Assert.Contains(known.Minute.Pages, page => page == Told("ada").Pages[0]);
    }

    private static MinuteNote Told(string person) => new([new RecentPage(new PersonId(person), "slack", new IncidentNumber(1_000), Severity.Sev2, Sample.Start)], []);

    [Fact]
    public async Task Repeat_CostsNoWriteAndOneCall()
    {
        await store.Opened();
        var before = meter.Total;

        var known = await store.Known(Sample.Member());

        Assert.Equal(Sample.Firing(), known.Own?.Seen);
        var spent = Spent("repeat", before);
        Assert.Equal((1, 0), (spent.Calls, spent.WriteUnits));
    }

    [Theory]
    [InlineData("checkout-5xx")]
    [InlineData("prod-eu-west-1-checkout-service-target-5xx-error-rate-above-5-percent-for-3-of-3-minutes")]
    public async Task WholeLife_CostsAtMost40(string alarm)
    {
        var member = Sample.Member(alarm);
        var start = meter.Total;
        var incident = await store.Opened(member);

        incident = await Step("page sent", incident, i => Delivering.Settle(i, [(3, new DeliveryResult.Delivered())], [], Sample.Planner, At(1)));
        incident = await Step("acknowledged", incident, i => Responding.Acknowledge(i, Sample.Ada, IncidentRules.Default, At(31)));
        incident = await Step("channel told", incident, i => Delivering.Settle(i, [], [Told(i, 32)], Sample.Planner, At(32)));
        incident = await Step("recovered", incident, i => Watching.Observe(i, member, Sample.Calm(At(240)), CalmReason, IncidentRules.Default, At(241)));
        incident = await Step("channel told", incident, i => Delivering.Settle(i, [], [Told(i, 242)], Sample.Planner, At(242)));
        incident = await Step("resolved", incident, i => Sweeping.Elapse(i, Sample.Planner, i.ResolveAt!.Value));
        var before = meter.Total;
        await store.Release(incident, [], None);
        Spent("release", before);
        incident = await Step("closed out", incident, i => Delivering.Settle(i, [], [Told(i, 2050), new PostmortemDrafted(At(2050)), new FollowUpCompleted(At(2050))], Sample.Planner, At(2050)));

        Assert.Null(incident.Due);
        Assert.InRange(Spent("whole life", start).WriteUnits, 20, 40);
        var story = await store.Timeline(incident.Number, None);
        Assert.Equal(incident.TimelineLength, story.Count);
    }

    [Fact]
    public async Task F20_AThousandAlarmsJoiningFromTenWorkers_CostAtMost1300AndNoneIsLost()
    {
        var number = (await store.Opened()).Number;
        var before = meter.Total;
        var joined = 0;

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(async () =>
        {
            var worker = NewWorker();
            while (Interlocked.Increment(ref joined) is <= 1_000 and var i)
            {
                // A hundred alarms a second: the storm lasts ten.
                var now = Sample.Start + Duration.FromMilliseconds(10 * i);
                Assert.Equal(SaveResult.Saved, await worker.SaveMember(number, Sample.Joining($"storm-{i}", now), expected: null, None));
                await CountWhenDue(worker, number, now);
            }
        })));

        var last = (await store.Read(number)).Incident;
        await store.Saved(last, Watching.Count(last, MemberAlarm.Count(await store.Members(number, None), last.Opener?.Member), Urgency.High, PagingPlan.Nobody, IncidentRules.Default, Sample.Start + Duration.FromSeconds(16)));

        Assert.InRange(Spent("1,000 alarms", before).WriteUnits, 1_000, 1_300);
        Assert.Equal(1_000, (await store.Members(number, None)).Select(m => m.Name).Distinct().Count());
        Assert.Equal(1_000, (await store.Read(number)).Incident.Joined.Total);
        Assert.Equal(1_000, (await store.Timeline(number, None)).Count(e => e.Event is AlarmJoined));
    }

    /// <summary>As the use case does: the head counts at most every five seconds, and whoever is beaten to it leaves it at that.</summary>
    private static async Task CountWhenDue(DynamoIncidentStore worker, IncidentNumber number, Instant now)
    {
        var incident = (await worker.Read(number)).Incident;
        if (incident.RecountAlarmsAt is null || incident.RecountAlarmsAt <= now)
        {
            var count = MemberAlarm.Count(await worker.Members(number, None), incident.Opener?.Member);
            await worker.Save(Sample.Commit(incident, Watching.Count(incident, count, Urgency.High, PagingPlan.Nobody, IncidentRules.Default, now)), None);
        }
    }

    private async Task<Incident> Step(string name, Incident incident, Func<Incident, Decision> decide)
    {
        var before = meter.Total;
        var after = await store.Saved(incident, decide(incident));
        Spent(name, before);
        return after;
    }

    private Usage Spent(string name, Usage before)
    {
        var spent = meter.Total - before;
        output.WriteLine($"{name}: {spent.WriteUnits} write units, {spent.ReadUnits} read units, {spent.Calls} calls");
        return spent;
    }

    private DynamoIncidentStore NewWorker() => new(embedded.Client, table, new FixedClock(Sample.Start), meter, retention: _ => ValueTask.FromResult<Duration?>(Duration.FromDays(400)));

    private static ChannelUpdated Told(Incident incident, int second) => new(At(second), incident.Update!.Since, Failure: null);

    private static Instant At(int seconds) => Sample.Start + Duration.FromSeconds(seconds);

    private const string CalmReason = "Threshold Crossed: 1 out of the last 3 datapoints [4.2 (21/11/26 03:15:00)] was not greater than the threshold (5.0) (minimum 1 datapoint for ALARM -> OK transition).";
}
