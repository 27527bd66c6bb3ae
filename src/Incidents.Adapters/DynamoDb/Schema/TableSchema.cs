using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Incidents.Adapters.DynamoDb.Schema;

/// <summary>The table as this version needs it. The deployment template has to describe the same.</summary>
public static class TableSchema
{
    /// <summary>Partition key of the table, a string.</summary>
    public const string Partition = AttributeNames.Partition;

    /// <summary>Sort key of the table, a string.</summary>
    public const string Sort = AttributeNames.Sort;

    /// <summary>Attribute for DynamoDB's time to live, for what may vanish; nothing depends on it.</summary>
    public const string TimeToLive = "expiresAt";

    /// <summary>Incidents by the time something is due; the sort key of the table, which is the same for all heads, is its one partition.</summary>
    public static TableIndex Due { get; } = new("due", AttributeNames.Sort, AttributeNames.Due);

    /// <summary>What is open: incidents in one partition, alarms with an open incident in another.</summary>
    public static TableIndex Open { get; } = new("open", AttributeNames.Open, AttributeNames.Partition);

    /// <summary>Incidents by the month and time they opened; written once.</summary>
    public static TableIndex History { get; } = new("history", AttributeNames.Month, AttributeNames.OpenedAt);

    /// <summary>All of them hold keys only and leave out items that lack theirs.</summary>
    public static IReadOnlyList<TableIndex> Indexes { get; } = [Due, Open, History];

    /// <summary>IAM actions on the table and its indexes that suffice. Transactions are made of updates and need no action of their own.</summary>
    public static IReadOnlyList<string> Actions { get; } = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:UpdateItem", "dynamodb:DescribeTable"];

    internal static List<KeySchemaElement> Keys(string partition, string sort) => [new(partition, KeyType.HASH), new(sort, KeyType.RANGE)];

    internal static CreateTableRequest ToRequest(string table) => new()
    {
        TableName = table,
        BillingMode = BillingMode.PAY_PER_REQUEST,
        KeySchema = Keys(Partition, Sort),
        AttributeDefinitions = [.. Indexes
            .SelectMany(index => new[] { index.Partition, index.Sort })
            .Concat([Partition, Sort])
            .Distinct()
            .Select(name => new AttributeDefinition(name, ScalarAttributeType.S))],
        GlobalSecondaryIndexes = [.. Indexes.Select(index => new GlobalSecondaryIndex
        {
            IndexName = index.Name,
            KeySchema = Keys(index.Partition, index.Sort),
            Projection = new Projection { ProjectionType = ProjectionType.KEYS_ONLY },
        })],
    };
}

/// <summary>A global secondary index; its keys are strings.</summary>
public sealed record TableIndex(string Name, string Partition, string Sort);
