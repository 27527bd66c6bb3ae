using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.DynamoDb.Items;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Incidents.Adapters.DynamoDb.Calls;

/// <summary>Every call to the table goes through here: its name, its price, its failures.</summary>
internal sealed class TableCalls(IAmazonDynamoDB client, string table, CapacityMeter? meter, TimeProvider clock)
{
    private const string UpdateItem = "UpdateItem";
    private const string TransactWriteItems = "TransactWriteItems";
    private const int MostKeys = 100;
    private const int MostBatchAttempts = 6;

    public string Table => table;

    /// <summary>Strongly consistent; null when there is no such item.</summary>
    public async Task<Item?> Get(ItemKey key, CancellationToken cancellation)
    {
        var request = new GetItemRequest { TableName = table, Key = key.ToAttributes(), ConsistentRead = true, ReturnConsumedCapacity = Capacity };
        var response = await Call("GetItem", () => client.GetItemAsync(request, cancellation), r => [r.ConsumedCapacity], cancellation);
        return response.IsItemSet ? response.Item : null;
    }

    /// <summary>Strongly consistent; items that do not exist are missing from the answer.</summary>
    public async Task<Dictionary<ItemKey, Item>> GetAll(IEnumerable<ItemKey> keys, CancellationToken cancellation)
    {
        var batches = await Task.WhenAll(keys.Distinct().Chunk(MostKeys).Select(batch => GetBatch(batch, cancellation)));
        return batches.SelectMany(b => b).ToDictionary(ItemKey.Of);
    }

    /// <summary>All pages of a query, as they are asked for.</summary>
    public async IAsyncEnumerable<Item> Query(QueryRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        request.TableName = table;
        request.ReturnConsumedCapacity = Capacity;
        do
        {
            var page = await Call("Query", () => client.QueryAsync(request, cancellation), r => [r.ConsumedCapacity], cancellation);
            foreach (var item in page.Items ?? [])
            {
                yield return item;
            }

            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
    }

    /// <summary>Writes one item if its condition holds.</summary>
    public async Task<WriteResult> Write(WriteRequestBuilder change, CancellationToken cancellation)
    {
        var request = change.ToRequest(table);
        request.ReturnConsumedCapacity = Capacity;
        try
        {
            var response = await Call(UpdateItem, () => client.UpdateItemAsync(request, cancellation), r => [r.ConsumedCapacity], cancellation);
            return new WriteResult(true, response.Attributes);
        }
        catch (ConditionalCheckFailedException refused)
        {
            meter?.Record(UpdateItem, isWrite: true, ItemSize.UnitsOf(Math.Max(1, ItemSize.Of(refused.Item ?? []))));
            return new WriteResult(change.IsOwn(refused.Item), refused.Item);
        }
        catch (TransactionConflictException)
        {
            return new WriteResult(false, null);
        }
    }

    /// <summary>Writes all items, or none when a condition does not hold or another transaction holds one of them.</summary>
    public async Task<bool> WriteTogether(IEnumerable<WriteRequestBuilder> changes, CancellationToken cancellation)
    {
        var request = new TransactWriteItemsRequest
        {
            TransactItems = [.. changes.Select(c => c.ToTransactItem(table))],
            ClientRequestToken = WriteId.New(),
            ReturnConsumedCapacity = Capacity,
        };
        try
        {
            await Call(TransactWriteItems, () => client.TransactWriteItemsAsync(request, cancellation), r => r.ConsumedCapacity ?? [], cancellation);
            return true;
        }
        catch (TransactionCanceledException refused) when (refused.CancellationReasons?.Exists(r => r.Code is "ConditionalCheckFailed" or "TransactionConflict") == true)
        {
            meter?.Record(TransactWriteItems, isWrite: true, 2 * request.TransactItems.Count);
            return false;
        }
        catch (Exception failure) when (StorageFailure.IsOfTheStore(failure, cancellation))
        {
            throw StorageFailure.Describe(failure, TransactWriteItems, table);
        }
    }

    private async Task<List<Item>> GetBatch(IEnumerable<ItemKey> keys, CancellationToken cancellation)
    {
        var found = new List<Item>();
        var wanted = new KeysAndAttributes { Keys = [.. keys.Select(k => k.ToAttributes())], ConsistentRead = true };
        for (var attempt = 1; ; attempt++)
        {
            var request = new BatchGetItemRequest { RequestItems = new() { [table] = wanted }, ReturnConsumedCapacity = Capacity };
            var response = await Call("BatchGetItem", () => client.BatchGetItemAsync(request, cancellation), r => r.ConsumedCapacity ?? [], cancellation);
            found.AddRange(response.Responses?.GetValueOrDefault(table) ?? []);
            if (response.UnprocessedKeys?.GetValueOrDefault(table) is not { Keys.Count: > 0 } rest)
            {
                return found;
            }

            if (attempt == MostBatchAttempts)
            {
                throw StorageFailure.Describe(new ProvisionedThroughputExceededException("keys were left over"), "BatchGetItem", table);
            }

            wanted = rest;
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(10, 25 << attempt)), clock, cancellation);
        }
    }

    /// <summary>Refused conditions come through as they are: they are answers. Everything else the store can do to a call is one exception.</summary>
    private async Task<T> Call<T>(string action, Func<Task<T>> call, Func<T, IEnumerable<ConsumedCapacity?>> consumed, CancellationToken cancellation)
    {
        try
        {
            var response = await call();
            meter?.Record(action, isWrite: action is UpdateItem or TransactWriteItems, consumed(response).Sum(c => c?.CapacityUnits ?? 0));
            return response;
        }
        catch (Exception failure) when (failure is not (ConditionalCheckFailedException or TransactionCanceledException or TransactionConflictException) && StorageFailure.IsOfTheStore(failure, cancellation))
        {
            throw StorageFailure.Describe(failure, action, table);
        }
    }

    private ReturnConsumedCapacity Capacity => meter is null ? ReturnConsumedCapacity.NONE : ReturnConsumedCapacity.TOTAL;
}

/// <summary>What became of a conditional write.</summary>
/// <param name="Done">It is written: now, or before by the same call whose answer was lost.</param>
/// <param name="Item">What a refused write found; what an accepted one was asked to return.</param>
internal readonly record struct WriteResult(bool Done, Dictionary<string, AttributeValue>? Item);
