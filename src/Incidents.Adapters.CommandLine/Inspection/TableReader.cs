using System.Text.Json;
using Incidents.Adapters.Aws;
using Incidents.Adapters.DynamoDb;
using NodaTime;

namespace Incidents.Adapters.CommandLine.Inspection;

/// <summary>What keeps a table from being lost.</summary>
/// <param name="Status">Such as `ACTIVE`.</param>
public sealed record TableSafety(string Status, bool IsProtected, bool HasPointInTimeRecovery);

/// <summary>Reads the settings of a DynamoDB table, and of its items the one about test pages.</summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTable.html and API_DescribeContinuousBackups.html there.
/// </remarks>
public sealed class TableReader(AwsAccount account)
{
    /// <exception cref="UnreportedException">It could not be learnt.</exception>
    public async Task<TableSafety> Safety(string table, CancellationToken cancellation)
    {
        using var described = await account.Json(AwsService.DynamoDb, "DescribeTable", About("DescribeTable", table), cancellation);
        using var backups = await account.Json(AwsService.DynamoDb, "DescribeContinuousBackups", About("DescribeContinuousBackups", table), cancellation);
        var settings = described.RootElement.Part("Table");
        return new TableSafety(
            settings.Text("TableStatus") ?? "",
            settings.IsTrue("DeletionProtectionEnabled"),
            backups.RootElement.Part("ContinuousBackupsDescription").Part("PointInTimeRecoveryDescription").Text("PointInTimeRecoveryStatus") == "ENABLED");
    }

    /// <summary>When each person confirmed a test page last, by id: the one item that is read.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html</remarks>
    /// <exception cref="UnreportedException">It could not be learnt.</exception>
    public async Task<IReadOnlyDictionary<string, Instant>> TestPagesConfirmed(string table, CancellationToken cancellation)
    {
        using var answer = await account.Json(AwsService.DynamoDb, "GetItem", AwsCall.Json10("DynamoDB_20120810.GetItem", json =>
        {
            json.WriteString("TableName", table);
            json.WriteStartObject("Key");
            Text(json, AttributeNames.Partition, Keys.TestsConfirmed.Partition);
            Text(json, AttributeNames.Sort, Keys.TestsConfirmed.Sort);
            json.WriteEndObject();
        }), cancellation);
        return !answer.RootElement.TryGetProperty("Item", out var item) ? new Dictionary<string, Instant>() : item.EnumerateObject()
            .Where(attribute => attribute.Name.StartsWith(AttributeNames.Received, StringComparison.Ordinal))
            .ToDictionary(attribute => attribute.Name[AttributeNames.Received.Length..], attribute => SortableTime.Read(attribute.Value.GetProperty("S").GetString()!));
    }

    private static void Text(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartObject(name);
        json.WriteString("S", value);
        json.WriteEndObject();
    }

    private static AwsCall About(string action, string table) => AwsCall.Json10($"DynamoDB_20120810.{action}", json => json.WriteString("TableName", table));
}
