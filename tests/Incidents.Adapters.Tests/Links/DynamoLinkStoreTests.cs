using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.DynamoDb;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Links;
using Incidents.Adapters.DynamoDb.Schema;
using Incidents.Adapters.Tests.Store;
using Incidents.Application.Links;
using NodaTime;

namespace Incidents.Adapters.Tests.Links;

[Collection(EmbeddedStoreTests.Name)]
public sealed class DynamoLinkStoreTests(EmbeddedStore embedded) : LinkStoreContract
{
    private readonly CapacityMeter meter = new();
    private string table = "";

    [Fact]
    public async Task Save_CostsOneWriteUnit_AndFindOneReadUnit()
    {
        await Store.Save(Hash, Ada, None);
        Assert.Equal((1, 1), (meter.Total.Calls, meter.Total.WriteUnits));

        await Store.Find(Hash, None);
        Assert.Equal((2, 1, 1), (meter.Total.Calls, meter.Total.WriteUnits, meter.Total.ReadUnits));
    }

    [Fact]
    public async Task Item_IsCleanedUpADayAfterItsEnd()
    {
        await Store.Save(Hash, Ada, None);

        var item = (await embedded.Client.GetItemAsync(new GetItemRequest(table, Keys.Link(Hash).ToAttributes()))).Item;

        Assert.Equal((Ada.ExpiresAt + Duration.FromDays(1)).ToUnixTimeSeconds(), long.Parse(item[TableSchema.TimeToLive].N, CultureInfo.InvariantCulture));
    }

    private protected override async Task<ILinkStore> Prepare()
    {
        table = await embedded.NewTable();
        return new DynamoLinkStore(embedded.Client, table, new FixedClock(Sample.Start), meter);
    }
}
