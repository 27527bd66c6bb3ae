using Incidents.Application.Store;
using Incidents.Domain.Incidents;

namespace Incidents.Adapters.Tests.Store;

public abstract partial class IncidentStoreContract
{
    private const string Production = "111122223333/eu-west-1";
    private const string Staging = "444455556666/eu-west-1";

    [Fact]
    public async Task V08_Open_OfAGroup_IsFoundByThatGroup_AndByNoOtherOfTheService()
    {
        var incident = await OpenedIn(Production);

        Assert.Equal((incident.Number, (IncidentNumber?)null), await Found(Production));
        Assert.Equal(((IncidentNumber?)null, (IncidentNumber?)null), await Found(Staging));
    }

    [Fact]
    public async Task V08_Open_OfAGroup_WhenAnotherOpenedThereMeanwhile_IsConflict()
    {
        var known = await Store.LoadAlarm(Query("b", Production), None);
        await OpenedIn(Production);

        Assert.Equal(SaveResult.Conflict, await Store.Open(OpeningIn(await Store.NextNumber(None), known, "b", Production), None));
        Assert.Equal(SaveResult.Saved, await Store.Open(OpeningIn(await Store.NextNumber(None), await Store.LoadAlarm(Query("c", Staging), None), "c", Staging), None));
    }

    [Fact]
    public async Task V01_Open_OfAFamily_IsFoundByItsAlarmOnly()
    {
        var incident = await OpenedIn(Grouping.Family);
        var known = await Store.LoadAlarm(Query("a", Production), None);

        Assert.Equal((incident.Number, null, null), (known.Own?.Open, known.Group, known.Service));
    }

    [Fact]
    public async Task V08_Release_OfAGroup_LetsGoOfItsPointer_AndOfNoOther()
    {
        var whole = await Store.Opened(Sample.Member("w"));
        var incident = await OpenedIn(Production);

        await Store.Release(await Store.Resolved(incident, Sample.Start), [], None);

        Assert.Equal(((IncidentNumber?)null, whole.Number), await Found(Production));
    }

    [Fact]
    public async Task V01_Release_OfATextThatItsServiceStillPointsTo_LetsGoOfThatPointer()
    {
        var old = await Store.Opened(source: IncidentSource.Message);

        await Store.Release(await Store.Resolved(old, Sample.Start), [], None);

        Assert.Equal(((IncidentNumber?)null, (IncidentNumber?)null), await Found(Production));
    }

    private async Task<Incident> OpenedIn(string group)
    {
        var opening = OpeningIn(await Store.NextNumber(None), await Store.LoadAlarm(Query("a", group), None), "a", group);
        Assert.Equal(SaveResult.Saved, await Store.Open(opening, None));
        return opening.Incident;
    }

    private async Task<(IncidentNumber?, IncidentNumber?)> Found(string group)
    {
        var known = await AnotherWorker().LoadAlarm(Query("x", group), None);
        return (known.Group?.Open, known.Service?.Open);
    }

    private static AlarmQuery Query(string alarm, string group) => Sample.Query(Sample.Member(alarm)) with { Group = group };

    private static IncidentOpening OpeningIn(IncidentNumber number, AlarmContext known, string alarm, string group)
    {
        var opening = Sample.Opening(number, known, Sample.Member(alarm));
        return opening with
        {
            Incident = opening.Incident with { Group = group, TimelineLength = opening.Incident.TimelineLength + 1 },
            Events = opening.Events.Insert(1, new IncidentGrouped(Sample.Start, group)),
        };
    }
}
