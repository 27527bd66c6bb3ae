using Incidents.Application.Reading;
using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Web.Lists;
using NodaTime;

namespace Incidents.Web.Tests.Lists;

public class IncidentSliceTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 9, 14, 3, 12);

    [Fact]
    public void Slice_OfOpenOnesWithinOneMillisecond_SkipsNone()
    {
        var open = new[] { Opened(3, 300), Opened(2, 200), Opened(1, 100) };
        var list = new IncidentList(open, [], Next: null, Looked: 0);

        var first = IncidentSlice.Of(list, after: null, limit: 2);
        var second = IncidentSlice.Of(list, ListPlace.Read(first.Next!.Write()), limit: 2);

        Assert.Equal([3, 2], first.Items.Select(i => i.Number.Value));
        Assert.Equal([1], second.Items.Select(i => i.Number.Value));
        Assert.Null(second.Next);
    }

    [Fact]
    public void Slice_WhereHistoryGoesOn_LeadsToWhereItWasCut()
    {
        var list = new IncidentList([Opened(9, 0)], [Opened(3, 0), Opened(2, 0)], new HistoryCursor(Start, new IncidentNumber(2)), Looked: 2);

        var slice = IncidentSlice.Of(list, after: null, limit: 2);

        Assert.Equal([9, 3], slice.Items.Select(i => i.Number.Value));
        Assert.Equal(new ListPlace(new HistoryCursor(Start, new IncidentNumber(3)), AmongOpen: false), slice.Next);
    }

    private static Incident Opened(int number, int microseconds) => new()
    {
        Number = new IncidentNumber(number),
        Title = "t",
        Service = new ServiceId("s"),
        Severity = Severity.Sev1,
        Urgency = Urgency.High,
        Source = IncidentSource.Declared,
        TriggeredAt = Start + Duration.FromNanoseconds(microseconds * 1_000),
    };
}
