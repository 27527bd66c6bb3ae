using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Schema;
using Incidents.Application.Store;

namespace Incidents.Adapters.CommandLine.Embedded;

/// <summary>Makes sure, at start, that the table is there and is the right one.</summary>
public static class IncidentTable
{
    /// <summary>For local runs: in AWS the stack makes the table.</summary>
    /// <exception cref="StoreUnavailableException">It can be neither found nor made.</exception>
    public static async Task CreateIfMissing(IAmazonDynamoDB client, string table, CancellationToken cancellation)
    {
        try
        {
            await client.CreateTableAsync(TableSchema.ToRequest(table), cancellation);
        }
        catch (ResourceInUseException)
        {
            // It exists, which is all that was asked; whether it fits is for Require to say.
        }
        catch (Exception failure) when (StorageFailure.IsOfTheStore(failure, cancellation))
        {
            throw StorageFailure.Describe(failure, "CreateTable", table);
        }
    }

    /// <summary>Passes when the table exists with the keys and indexes this version reads.</summary>
    /// <exception cref="StoreUnavailableException">It does not; the message names the table, what is wrong and the fix.</exception>
    public static async Task Require(IAmazonDynamoDB client, string table, CancellationToken cancellation)
    {
        TableDescription found;
        try
        {
            found = (await client.DescribeTableAsync(table, cancellation)).Table;
        }
        catch (Exception failure) when (StorageFailure.IsOfTheStore(failure, cancellation))
        {
            throw StorageFailure.Describe(failure, "DescribeTable", table);
        }

        if (Problems(found).ToList() is { Count: > 0 } problems)
        {
            throw new StoreUnavailableException($"The table {table} is not the one this version needs: {string.Join("; ", problems)}. Check the table's name, or deploy the stack's template of this version.");
        }
    }

    internal static IEnumerable<string> Problems(TableDescription found)
    {
        if (!Fits(found.KeySchema, TableSchema.Partition, TableSchema.Sort))
        {
            yield return $"its keys are not {TableSchema.Partition} and {TableSchema.Sort}";
        }

        foreach (var index in TableSchema.Indexes)
        {
            var there = found.GlobalSecondaryIndexes?.Find(i => i.IndexName == index.Name);
            if (there is null)
            {
                yield return $"the index {index.Name} is missing";
            }
            else if (!Fits(there.KeySchema, index.Partition, index.Sort))
            {
                yield return $"the keys of index {index.Name} are not {index.Partition} and {index.Sort}";
            }
        }
    }

    private static bool Fits(List<KeySchemaElement> keys, string partition, string sort) =>
        keys.Select(k => (k.AttributeName, k.KeyType.Value)).SequenceEqual([(partition, KeyType.HASH.Value), (sort, KeyType.RANGE.Value)]);
}
