using Incidents.Application.Store;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.Tests.Store;

public abstract partial class IncidentStoreContract
{
    [Fact]
    public async Task LoadAlarm_OfWhatNobodyKnows_IsEmpty()
    {
        var known = await Store.LoadAlarm(Sample.Query(Sample.Member("new", "i-1"), "new", new DedupKey("child")), None);

        Assert.Equal((null, null, null, null), (known.Own, known.Whole, known.Service, known.ExpectedBy));
        Assert.Empty(known.Children);
    }

    [Fact]
    public async Task LoadAlarm_OfACompositeWith150Children_FindsThoseThatAreOpen()
    {
        var children = Enumerable.Range(0, 150).Select(i => Sample.Member($"child-{i}").Key).ToArray();
        var open = await Store.Opened(Sample.Member("child-7"), "a");
        await Store.Remember(Sample.Member("child-149"), Sample.Calm(), new AlarmContext(), None);

        var known = await Store.LoadAlarm(Sample.Query(Sample.Member("parent"), "b", [.. children, children[7]]), None);

        Assert.Equal([children[149], children[7]], known.Children.Select(c => c.Member.Key).OrderBy(k => k.Value));
        Assert.Equal(open.Number, known.Children.Single(c => c.Member.Key == children[7]).Open);
    }

    [Fact]
    public async Task Alarms_WhenMoreAreAskedForThanACallHolds_FindsThoseThatAreKnown()
    {
        var asked = Enumerable.Range(0, 150).Select(i => Sample.Member($"asked-{i}")).Append(Sample.Member("asked-7", "i-1")).ToList();
        var open = await Store.Opened(asked[7], "a");
        await Store.Remember(asked[149], Sample.Calm(), new AlarmContext(), None);
        await Store.Remember(asked[150], Sample.Calm(), await Store.Known(asked[150]), None);

        var known = await AnotherWorker().Alarms([.. asked, asked[7]], None);

        Assert.Equal([asked[149], asked[7], asked[150]], known.Select(a => a.Member).OrderBy(m => m.ToString(), StringComparer.Ordinal));
        Assert.Equal((open.Number, Sample.Calm()), (known.Single(a => a.Member == asked[7]).Open, known.Single(a => a.Member == asked[150]).Seen));
        Assert.Empty(await Store.Alarms([], None));
    }

    [Fact]
    public async Task TakeBack_PointsTheAlarmToTheOlderIncident_UnlessItWasWrittenToMeanwhile()
    {
        var older = await Store.Opened();
        await Store.Release(await Store.Resolved(older, Sample.Start + Seconds(60)), [], None);
        var newer = await Store.Opened(at: Sample.Start + Seconds(120));
        await Store.Release(await Store.Resolved(newer, Sample.Start + Seconds(180)), [], None);
        var known = Assert.Single(await Store.Alarms([Sample.Member()], None));

        Assert.Equal(SaveResult.Saved, await Store.TakeBack(older.Number, known, None));
        Assert.Equal(SaveResult.Conflict, await AnotherWorker().TakeBack(newer.Number, known, None));

        var after = Assert.Single(await AnotherWorker().Alarms([Sample.Member()], None));
        Assert.Equal((older.Number, null, known.Seen), (after.Last, after.Open, after.Seen));
    }

    [Fact]
    public async Task F05_Remember_KeepsAnOkThatOvertookItsAlarm()
    {
        var member = Sample.Member();

        Assert.Equal(SaveResult.Saved, await Store.Remember(member, Sample.Calm(), await Store.Known(member), None));

        var known = await AnotherWorker().Known(member);
        Assert.Equal(Sample.Calm(), known.Own?.Seen);
        Assert.Null(known.Own?.Open);
    }

    [Fact]
    public async Task Remember_WhenSomebodyWroteMeanwhile_IsConflict()
    {
        var member = Sample.Member();
        var known = await Store.Known(member);
        await Store.Remember(member, Sample.Calm(), known, None);

        Assert.Equal(SaveResult.Conflict, await AnotherWorker().Remember(member, Sample.Calm(Sample.Start), known, None));
        Assert.Equal(Sample.Calm(), (await Store.Known(member)).Own?.Seen);
    }

    [Fact]
    public async Task Remember_KeepsWhatElseIsKnownOfTheAlarm()
    {
        var incident = await Store.Opened();

        await Store.Remember(Sample.Member(), Sample.Calm(), await Store.Known(Sample.Member()), None);

        var known = (await Store.Known(Sample.Member())).Own;
        Assert.Equal((incident.Number, incident.Number, Sample.Calm()), (known?.Open, known?.Last, known?.Seen));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("i-1")]
    public async Task Remember_StopsAnOpeningThatIsBeingDecided(string? contributor)
    {
        var member = Sample.Member("fleet-cpu", contributor);
        var opening = Sample.Opening(await Store.NextNumber(None), await Store.Known(member), member);

        await AnotherWorker().Remember(member, Sample.Calm(), await Store.Known(member), None);

        Assert.Equal(SaveResult.Conflict, await Store.Open(opening, None));
    }

    [Fact]
    public async Task Remember_OfAContributor_WhenTheAlarmOpenedAnIncidentMeanwhile_IsConflict()
    {
        var member = Sample.Member("fleet-cpu", "i-1");
        var known = await Store.Known(member);
        await Store.Opened(member);

        Assert.Equal(SaveResult.Conflict, await AnotherWorker().Remember(member, Sample.Calm(), known, None));
    }

    [Fact]
    public async Task Release_LetsGoOfAllThatPointedToTheIncident()
    {
        var incident = await Store.Opened();
        var joined = Sample.Joining("checkout-latency", Sample.Start + Seconds(20)).With(Sample.Calm());
        await Store.SaveMember(incident.Number, joined, expected: null, None);
        var contributor = Sample.Joining("fleet-cpu", Sample.Start) with { Member = Sample.Member("fleet-cpu", "i-1") };
        await Store.SaveMember(incident.Number, contributor, expected: null, None);
        await Store.ExpectChildren(incident.Number, [Sample.Member("child").Key], None);
        incident = await Store.Resolved(incident, Sample.Start + Seconds(600));

        await Store.Release(incident, [joined, contributor], None);
        await AnotherWorker().Release(incident, [joined, contributor], None);

        var opener = await Store.Known(Sample.Member());
        Assert.Equal((null, incident.Number, Sample.Firing()), (opener.Own?.Open, opener.Own?.Last, opener.Own?.Seen));
        Assert.Null(opener.Service?.Open);
        var other = (await Store.Known(joined.Member)).Own;
        Assert.Equal((null, incident.Number, Sample.Calm()), (other?.Open, other?.Last, other?.Seen));
        Assert.Equal(incident.Number, (await Store.Known(contributor.Member)).Own?.Last);
        Assert.Null((await Store.Known(Sample.Member("child"))).ExpectedBy);
    }

    [Fact]
    public async Task Release_OfAContributorsIncident_LetsGoOfTheWholeAlarm()
    {
        var member = Sample.Member("fleet-cpu", "i-1");
        var incident = await Store.Resolved(await Store.Opened(member), Sample.Start + Seconds(60));

        await Store.Release(incident, [], None);

        var known = await Store.Known(member);
        Assert.Null(known.Whole?.Open);
        Assert.Equal(incident.Number, known.Whole?.Last);
        Assert.Equal((Sample.Firing(), incident.Number), (known.Own?.Seen, known.Own?.Last));
    }

    [Fact]
    public async Task Release_ThatComesLate_LeavesANewerIncidentItsPointers()
    {
        var old = await Store.Resolved(await Store.Opened(), Sample.Start + Seconds(60));
        var later = Sample.Start + Duration.FromHours(1);
        var next = await AnotherWorker().Opened(at: later);

        await Store.Release(old, [], None);

        var known = await Store.Known(Sample.Member());
        Assert.Equal((next.Number, next.Number, Sample.Firing(later)), (known.Own?.Open, known.Own?.Last, known.Own?.Seen));
        Assert.Equal(next.Number, known.Service?.Open);
    }

    [Fact]
    public async Task Release_ThatComesAfterAReopen_LeavesThePointers()
    {
        var resolved = await Store.Resolved(await Store.Opened(), Sample.Start + Seconds(60));
        var again = Sample.Start + Duration.FromMinutes(10);
        var reopening = Opening.Reopen(resolved, new OpeningAlarm(Sample.Member(), Sample.Firing(again)), "fired again", Sample.Plan, IncidentRules.Default, again);
        var reopened = await AnotherWorker().Saved(Sample.Commit(resolved, reopening) with { Reclaim = await Store.Known(Sample.Member()) });

        await Store.Release(resolved, [], None);
        var known = await Store.Known(Sample.Member());
        Assert.Equal((reopened.Number, reopened.Number, Sample.Firing(again)), (known.Own?.Open, known.Service?.Open, known.Own?.Seen));

        await Store.Release(await Store.Resolved(reopened, again + Seconds(60)), [], None);
        known = await Store.Known(Sample.Member());
        Assert.Equal((null, null), (known.Own?.Open, known.Service?.Open));
    }

    [Fact]
    public async Task Release_WhenANewerChangeWasRemembered_KeepsThat()
    {
        var incident = await Store.Resolved(await Store.Opened(), Sample.Start + Seconds(60));
        await Store.Remember(Sample.Member(), Sample.Calm(), await Store.Known(Sample.Member()), None);

        await Store.Release(incident, [], None);

        var known = (await Store.Known(Sample.Member())).Own;
        Assert.Equal((null, incident.Number, Sample.Calm()), (known?.Open, known?.Last, known?.Seen));
    }

    [Fact]
    public async Task ExpectChildren_IsFoundByTheChild_AndMayBeRepeated()
    {
        var first = await Store.Opened(Sample.Member("parent"), "a");
        var second = await Store.Opened(Sample.Member("parent-2"), "b");

        await Store.ExpectChildren(first.Number, [Sample.Member("x").Key, Sample.Member("y").Key], None);
        await AnotherWorker().ExpectChildren(second.Number, [Sample.Member("z").Key], None);
        await Store.ExpectChildren(first.Number, [Sample.Member("x").Key, Sample.Member("y").Key], None);

        Assert.Equal(first.Number, (await Store.Known(Sample.Member("x"))).ExpectedBy);
        Assert.Equal(first.Number, (await Store.Known(Sample.Member("y", "i-1"))).ExpectedBy);
        Assert.Equal(second.Number, (await Store.Known(Sample.Member("z"))).ExpectedBy);
        Assert.Null((await Store.Known(Sample.Member("parent"))).ExpectedBy);
    }

    [Fact]
    public async Task ExpectChildren_FromManyWorkersAtOnce_ForgetsNone()
    {
        await Task.WhenAll(Enumerable.Range(1, 8).Select(i => Task.Run(() =>
            AnotherWorker().ExpectChildren(new IncidentNumber(i), [Sample.Member($"child-{i}").Key], None))));

        foreach (var i in Enumerable.Range(1, 8))
        {
            Assert.Equal(new IncidentNumber(i), (await Store.Known(Sample.Member($"child-{i}"))).ExpectedBy);
        }
    }
}
