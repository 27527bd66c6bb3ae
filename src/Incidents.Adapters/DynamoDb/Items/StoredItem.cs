using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Incidents.Application.Store;

namespace Incidents.Adapters.DynamoDb.Items;

/// <summary>Reading of items, damaged ones included.</summary>
internal static class StoredItem
{
    /// <exception cref="StoreUnavailableException">The item is not what this or an older version writes; the message names it.</exception>
    public static T ReadAs<T>(this Dictionary<string, AttributeValue> item, Func<Dictionary<string, AttributeValue>, T> read)
    {
        try
        {
            return read(item);
        }
        catch (Exception damage) when (damage is JsonException or InvalidDataException or KeyNotFoundException or FormatException)
        {
            var key = ItemKey.Of(item);
            throw new StoreUnavailableException($"the item ({key.Partition}, {key.Sort}) cannot be read: {damage.Message} Restore it from a backup, or deploy the version that wrote it.", damage);
        }
    }
}
