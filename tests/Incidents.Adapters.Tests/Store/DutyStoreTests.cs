using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Overrides;
using Incidents.Adapters.DynamoDb.TimeOff;
using Incidents.Application.Absences;
using Incidents.Application.Overrides;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Domain.OnCall;
using Incidents.Domain.OnCall.Absences;
using NodaTime;

namespace Incidents.Adapters.Tests.Store;

/// <summary>Overrides and time off as the way to a page reads them.</summary>
[Collection(EmbeddedStoreTests.Name)]
public sealed class DutyStoreTests(EmbeddedStore embedded)
{
    private static readonly FixedClock Clock = new(Sample.Start);
    private static readonly Actor Ada = new("ada", "Ada", Via.Console);

    [Fact]
    public async Task V12_Load_HoldsOverridesAndTimeOffWithTheirRevisions_ByOneCall()
    {
        var table = await embedded.NewTable();
        var (overrides, timeOff) = (new DynamoOverrideStore(embedded.Client, table, Clock), new DynamoTimeOffStore(embedded.Client, table, Clock));
        var meter = new CapacityMeter();
        var duty = new DynamoDutyStore(embedded.Client, table, Clock, meter);
        Assert.Equivalent(DutyBook.Empty, await duty.Load(CancellationToken.None));
        await overrides.Save(OverrideBook.Empty, [Cover], CancellationToken.None);
        await timeOff.Save(TimeOffBook.Empty, [Away], CancellationToken.None);

        var book = await duty.Load(CancellationToken.None);

        Assert.Equal(2, meter.Total.Calls);
        Assert.Equal(["ov-12345678"], book.Overrides.Overrides.Select(one => one.Id));
        Assert.Equal(["to-12345678"], book.TimeOff.Entries.Select(one => one.Id));
        Assert.Equal((await overrides.Load(CancellationToken.None)).Revision, book.Overrides.Revision);
        Assert.Equal((await timeOff.Load(CancellationToken.None)).Revision, book.TimeOff.Revision);
    }

    private static MadeOverride Cover => new()
    {
        Id = "ov-12345678",
        Schedule = new ScheduleId("primary"),
        Kind = OverrideKind.Cover,
        From = Sample.Start,
        To = Sample.Start + Duration.FromDays(1),
        Users = [new PersonId("ada")],
        By = Ada,
        MadeAt = Sample.Start,
    };

    private static MadeTimeOff Away => new()
    {
        Id = "to-12345678",
        Person = new PersonId("ada"),
        From = Sample.Start,
        To = Sample.Start + Duration.FromDays(1),
        By = Ada,
        MadeAt = Sample.Start,
    };
}
