using Incidents.Application.Store;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.Tests.Store;

public abstract partial class IncidentStoreContract
{
    [Fact]
    public async Task Save_ThenLoad_GivesTheNewStateAndVersion()
    {
        var incident = await Store.Opened();

        var saved = await Store.Saved(incident, Responding.Acknowledge(incident, Sample.Ada, IncidentRules.Default, Sample.Start + Seconds(31)));

        Assert.Equal(2, saved.Version);
        AssertSame(saved, (await AnotherWorker().Read(incident.Number)).Incident);
    }

    [Fact]
    public async Task F24_Save_OnAnOlderState_IsConflictAndChangesNothing()
    {
        var incident = await Store.Opened();
        var newer = await AnotherWorker().Saved(Sample.Note(incident, "first"));

        Assert.Equal(SaveResult.Conflict, await Store.Save(Sample.Note(incident, "second"), None));
        Assert.Equal(SaveResult.Conflict, await AnotherWorker().Save(Sample.Note(incident, "third"), None));

        AssertSame(newer, (await Store.Read(incident.Number)).Incident);
        Assert.Equal("first", Assert.IsType<NoteAdded>((await Store.Timeline(incident.Number, None))[^1].Event).Text);
    }

    [Fact]
    public async Task Save_OfAnIncidentThatDoesNotExist_IsConflict()
    {
        var stranger = Sample.Opening(new IncidentNumber(4711), new AlarmContext()).Incident;

        Assert.Equal(SaveResult.Conflict, await Store.Save(Sample.Note(stranger), None));
    }

    [Fact]
    public async Task Save_ByManyWorkersAtOnce_LosesNothingAndCountsEveryVersion()
    {
        var number = (await Store.Opened()).Number;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            var store = AnotherWorker();
            for (var note = 0; note < 5; note++)
            {
                Incident seen;
                do
                {
                    seen = (await store.Read(number)).Incident;
                }
                while (await store.Save(Sample.Note(seen, $"{worker}/{note}"), None) == SaveResult.Conflict);
            }
        })));

        Assert.Equal(41, (await Store.Read(number)).Incident.Version);
        var notes = (await Store.Timeline(number, None)).Select(e => e.Event).OfType<NoteAdded>().Select(n => n.Text).ToList();
        Assert.Equal(40, notes.Distinct().Count());
        Assert.Equal(40, notes.Count);
    }

    [Fact]
    public async Task Timeline_AfterManySaves_HoldsEveryEventInItsPlace()
    {
        var incident = await Store.Opened();
        for (var i = 0; i < 60; i++)
        {
            incident = await Store.Saved(Sample.Note(incident, $"note {i}"));
        }

        var story = await AnotherWorker().Timeline(incident.Number, None);

        Assert.Equal(Enumerable.Range(1, incident.TimelineLength), story.Select(e => e.Sequence));
        Assert.IsType<IncidentTriggered>(story[0].Event);
        Assert.IsType<EscalationStepFired>(story[1].Event);
        Assert.IsType<PageRequested>(story[2].Event);
        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"note {i}"), story.Select(e => e.Event).OfType<NoteAdded>().Select(n => n.Text));
        Assert.Equal(incident.TimelineLength, Evolution.Fold(incident.Number, story.Select(e => e.Event)).TimelineLength);
    }

    [Fact]
    public async Task F30_Timeline_Of350Kilobytes_IsNeverAFailedWrite()
    {
        var incident = await Store.Opened();
        var noise = new Random(30);
        var texts = new List<string>();
        for (var i = 0; i < 90; i++)
        {
            texts.Add(string.Concat(Enumerable.Range(0, Responding.LongestNote).Select(_ => (char)noise.Next('!', '~'))));
            incident = await Store.Saved(Sample.Note(incident, texts[^1]));
        }

        Assert.Equal(texts, (await AnotherWorker().Timeline(incident.Number, None)).Select(e => e.Event).OfType<NoteAdded>().Select(n => n.Text));
    }

    [Fact]
    public async Task Save_OfAReopenedIncident_PointsAlarmAndServiceToItAgain()
    {
        var incident = await Store.Resolved(await Store.Opened(), Sample.Start + Seconds(60));
        await Store.Release(incident, [], None);
        var known = await Store.Known(Sample.Member());
        var again = Sample.Start + Duration.FromMinutes(10);

        var commit = Sample.Commit(incident, Opening.Reopen(incident, new OpeningAlarm(Sample.Member(), Sample.Firing(again)), "fired again", Sample.Plan, IncidentRules.Default, again));
        await Store.Saved(commit with { Reclaim = known });

        var now = await Store.Known(Sample.Member());
        Assert.Equal(incident.Number, now.Own?.Open);
        Assert.Equal(Sample.Firing(again), now.Own?.Seen);
        Assert.Equal(incident.Number, now.Service?.Open);
    }

    [Fact]
    public async Task Save_OfAReopenedIncident_WhenItsServiceMovedOn_IsConflict()
    {
        var incident = await Store.Resolved(await Store.Opened(), Sample.Start + Seconds(60));
        await Store.Release(incident, [], None);
        var known = await Store.Known(Sample.Member());
        await Store.Opened(Sample.Member("checkout-latency"));
        var again = Sample.Start + Duration.FromMinutes(10);

        var commit = Sample.Commit(incident, Opening.Reopen(incident, new OpeningAlarm(Sample.Member(), Sample.Firing(again)), "fired again", Sample.Plan, IncidentRules.Default, again));

        Assert.Equal(SaveResult.Conflict, await Store.Save(commit with { Reclaim = known }, None));
        AssertSame(incident, (await Store.Read(incident.Number)).Incident);
    }

    [Fact]
    public async Task Postmortem_IsKeptAndReplaced()
    {
        var incident = await Store.Opened();
        Assert.Null(await Store.Postmortem(incident.Number, None));

        await Store.SavePostmortem(incident.Number, "# Draft", None);
        await Store.SavePostmortem(incident.Number, $"# Draft\n{new string('ü', 20_000)}", None);

        Assert.Equal($"# Draft\n{new string('ü', 20_000)}", await AnotherWorker().Postmortem(incident.Number, None));
    }
}
