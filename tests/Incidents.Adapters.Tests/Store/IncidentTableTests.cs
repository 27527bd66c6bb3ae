using Amazon.DynamoDBv2;
using Incidents.Adapters.CommandLine.Embedded;
using Incidents.Adapters.DynamoDb.Schema;
using Incidents.Application.Store;

namespace Incidents.Adapters.Tests.Store;

[Collection(EmbeddedStoreTests.Name)]
public sealed class IncidentTableTests(EmbeddedStore embedded)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task CreateIfMissing_MakesWhatRequireAsksFor_AndMayBeRepeated()
    {
        var table = await embedded.NewTable();
        await IncidentTable.CreateIfMissing(embedded.Client, table, None);

        await IncidentTable.Require(embedded.Client, table, None);
    }

    [Fact]
    public async Task F34_Require_OfATableThatIsNotThere_NamesItAndTheFix()
    {
        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(() => IncidentTable.Require(embedded.Client, "incidents-tpyo", None));

        Assert.Equal("DynamoDB DescribeTable on table incidents-tpyo failed: ResourceNotFoundException. There is no table or index of that name here: check the table's name and the region, or deploy the stack that makes incidents-tpyo.", failure.Message);
    }

    [Fact]
    public async Task F34_Require_OfAnotherTable_SaysWhatIsMissing()
    {
        var request = TableSchema.ToRequest($"other-{Guid.NewGuid():N}");
        request.GlobalSecondaryIndexes.RemoveAll(i => i.IndexName == TableSchema.Due.Name);
        request.GlobalSecondaryIndexes.Find(i => i.IndexName == TableSchema.Open.Name)!.KeySchema = TableSchema.Keys(TableSchema.Partition, TableSchema.Sort);
        request.AttributeDefinitions.RemoveAll(a => a.AttributeName is "due" or "open");
        await embedded.Client.CreateTableAsync(request, None);

        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(() => IncidentTable.Require(embedded.Client, request.TableName, None));

        Assert.Equal($"The table {request.TableName} is not the one this version needs: the index due is missing; the keys of index open are not open and pk. Check the table's name, or deploy the stack's template of this version.", failure.Message);
    }

    [Fact]
    public void Schema_OnDemandWithIndexesOfKeysOnly()
    {
        var request = TableSchema.ToRequest("incidents");

        Assert.Equal(BillingMode.PAY_PER_REQUEST, request.BillingMode);
        Assert.All(request.GlobalSecondaryIndexes, index => Assert.Equal(ProjectionType.KEYS_ONLY, index.Projection.ProjectionType));
    }
}
