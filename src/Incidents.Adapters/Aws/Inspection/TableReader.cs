namespace Incidents.Adapters.Aws.Inspection;

/// <summary>What keeps a table from being lost.</summary>
/// <param name="Status">Such as `ACTIVE`.</param>
public sealed record TableSafety(string Status, bool IsProtected, bool HasPointInTimeRecovery);

/// <summary>Reads the settings of a DynamoDB table, none of its items.</summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTable.html and API_DescribeContinuousBackups.html there.
/// </remarks>
public sealed class TableReader(AwsAccount account)
{
    /// <exception cref="NotToldException">It could not be learnt.</exception>
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

    private static AwsCall About(string action, string table) => AwsCall.Json10($"DynamoDB_20120810.{action}", json => json.WriteString("TableName", table));
}
