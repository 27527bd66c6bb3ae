using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Incidents.Adapters.CommandLine.Embedded;
using Incidents.Adapters.DynamoDb.Schema;
using Incidents.Functions.Tests.Template;

namespace Incidents.Functions.Tests.Permissions;

/// <summary>The table of the stack on the embedded store, by the client the functions use, which tells what each call would have to be allowed.</summary>
internal sealed class RecordedTable : IAsyncDisposable
{
    private readonly DynoxideServer server;
    private readonly Needed needed;

    private RecordedTable(DynoxideServer server, Needed needed)
    {
        (this.server, this.needed) = (server, needed);
        Client = DynamoDbClients.ForLocal(server.Endpoint);
        Client.BeforeRequestEvent += (_, e) => Record(((WebServiceRequestEventArgs)e).Request);
    }

    public AmazonDynamoDBClient Client { get; }

    /// <summary>Every call fails, as when DynamoDB does.</summary>
    public bool IsDown { get; set; }

    /// <summary>Incidents can be read and not changed.</summary>
    public bool RefusesChanges { get; set; }

    /// <summary>What it says when it fails.</summary>
    public string Fault { get; set; } = "down";

    private static string Arn { get; } = Physical.Attribute("IncidentTable", "AWS::DynamoDB::Table", "Arn");

    public static async Task<RecordedTable> Start(Needed needed)
    {
        var server = await DynoxideServer.Start(DynoxideBinary.FindAbove(AppContext.BaseDirectory), file: null, CancellationToken.None);
        var table = new RecordedTable(server, needed);
        await IncidentTable.CreateIfMissing(table.Client, Physical.Ref("IncidentTable", "AWS::DynamoDB::Table"), CancellationToken.None);
        return table;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await server.DisposeAsync();
    }

    private void Record(AmazonWebServiceRequest request)
    {
        foreach (var (action, resource) in Permissions(request))
        {
            needed.Add($"dynamodb:{action}", resource);
        }

        foreach (var key in WrittenBy(request))
        {
            needed.Write(key["pk"].S);
        }

        if (IsDown || (RefusesChanges && request is TransactWriteItemsRequest))
        {
            throw new InternalServerErrorException(Fault);
        }
    }

    /// <summary>A transaction is allowed by its parts: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html</summary>
    private static IEnumerable<(string Action, string Resource)> Permissions(AmazonWebServiceRequest request) => request switch
    {
        TransactWriteItemsRequest together => together.TransactItems.Select(item => (Part(item), Arn)),
        TransactGetItemsRequest => [("GetItem", Arn)],
        QueryRequest { IndexName: { } index } => [("Query", $"{Arn}/index/{index}")],
        _ => [(request.GetType().Name[..^"Request".Length], Arn)],
    };

    /// <summary>Each item of a transaction is checked by its own partition.</summary>
    private static IEnumerable<Dictionary<string, AttributeValue>> WrittenBy(AmazonWebServiceRequest request) => request switch
    {
        UpdateItemRequest one => [one.Key],
        TransactWriteItemsRequest together => together.TransactItems.Select(item => item.Update?.Key ?? item.Put?.Item ?? item.Delete?.Key ?? item.ConditionCheck.Key),
        GetItemRequest or QueryRequest or BatchGetItemRequest or TransactGetItemsRequest or CreateTableRequest or DescribeTableRequest or UpdateTimeToLiveRequest or DescribeTimeToLiveRequest => [],
        _ => throw new NotSupportedException($"{request.GetType().Name}: say here which partitions it writes."),
    };

    private static string Part(TransactWriteItem item) =>
        item.Update is not null ? "UpdateItem" : item.Put is not null ? "PutItem" : item.Delete is not null ? "DeleteItem" : "ConditionCheckItem";
}
