using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.Tests.Store;

public abstract partial class IncidentStoreContract
{
    [Fact]
    public async Task SaveMember_ThenLoad_GivesItBackWithTheIncident()
    {
        var incident = await Store.Opened();
        var member = Sample.Joining("checkout-latency", Sample.Start + Seconds(20));

        Assert.Equal(SaveResult.Saved, await Store.SaveMember(incident.Number, member, expected: null, None));

        var record = await AnotherWorker().Read(incident.Number, member.Member);
        Assert.Equal(member with { Changes = [] }, record.Member! with { Changes = [] });
        Assert.Equal(member.Changes, record.Member!.Changes);
        Assert.Equal(incident.Version, record.Incident.Version);
        Assert.Null((await Store.Read(incident.Number, Sample.Member("another"))).Member);
    }

    [Fact]
    public async Task SaveMember_ByTwoWorkersAtOnce_OneWins()
    {
        var incident = await Store.Opened();
        var workers = new[] { Store, AnotherWorker() };

        var results = await Task.WhenAll(workers.Select((worker, i) => Task.Run(() =>
            worker.SaveMember(incident.Number, Sample.Joining("checkout-latency", Sample.Start + Seconds(i)), expected: null, None))));

        Assert.Equal([SaveResult.Saved, SaveResult.Conflict], results.Order());
        Assert.Single(await Store.Members(incident.Number, None));
    }

    [Fact]
    public async Task SaveMember_WithAnotherChangeThanExpected_IsConflict()
    {
        var incident = await Store.Opened();
        var joined = Sample.Joining("checkout-latency", Sample.Start);
        await Store.SaveMember(incident.Number, joined, expected: null, None);
        var calm = joined.With(Sample.Calm());

        Assert.Equal(SaveResult.Conflict, await Store.SaveMember(incident.Number, calm, expected: null, None));
        Assert.Equal(SaveResult.Conflict, await Store.SaveMember(incident.Number, calm, Sample.Firing(Sample.Start - Seconds(1)), None));
        Assert.Equal(SaveResult.Saved, await Store.SaveMember(incident.Number, calm, joined.Last, None));
        Assert.Equal(calm.Changes, Assert.Single(await Store.Members(incident.Number, None)).Changes);
    }

    [Fact]
    public async Task Members_OfSeveralContributorsOfOneAlarm_AreSeveral()
    {
        var incident = await Store.Opened();
        foreach (var contributor in new[] { "i-1", "i-2", null })
        {
            var member = Sample.Joining("fleet-cpu", Sample.Start) with { Member = Sample.Member("fleet-cpu", contributor) };
            await Store.SaveMember(incident.Number, member, expected: null, None);
        }

        var members = await Store.Members(incident.Number, None);

        Assert.Equal([null, "i-1", "i-2"], members.Select(m => m.Member.ContributorId).Order());
    }

    [Fact]
    public async Task Timeline_PutsJoinedAlarmsWhereTheyBelong()
    {
        var incident = await Store.Opened();
        var joined = Sample.Joining("checkout-latency", Sample.Start + Seconds(30), Severity.Sev1);
        await Store.SaveMember(incident.Number, joined.With(Sample.Calm(Sample.Start + Seconds(90))), expected: null, None);
        incident = await Store.Saved(Sample.Note(incident, "before", Sample.Start + Seconds(10)));
        incident = await Store.Saved(Sample.Note(incident, "between", Sample.Start + Seconds(60)));
        await Store.Saved(Sample.Note(incident, "after", Sample.Start + Seconds(120)));

        var story = await Store.Timeline(incident.Number, None);

        Assert.Equal(
            [typeof(IncidentTriggered), typeof(EscalationStepFired), typeof(PageRequested), typeof(NoteAdded), typeof(AlarmJoined), typeof(NoteAdded), typeof(AlarmChanged), typeof(NoteAdded)],
            story.Select(e => e.Event.GetType()));
        Assert.Equal([1, 2, 3, 4, 0, 5, 0, 6], story.Select(e => e.Sequence));
    }

    [Fact]
    public async Task Timeline_KeepsCommittedOrderWhenClocksDisagree()
    {
        var incident = await Store.Opened();
        incident = await Store.Saved(Sample.Note(incident, "first", Sample.Start + Seconds(20)));
        await Store.Saved(Sample.Note(incident, "second", Sample.Start - Seconds(20)));

        var notes = (await Store.Timeline(incident.Number, None)).Select(e => e.Event).OfType<NoteAdded>();

        Assert.Equal(["first", "second"], notes.Select(n => n.Text));
    }
}
