using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.DynamoDb.Items;
using Incidents.Application.Store;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Incidents.Adapters.DynamoDb.Calls;

/// <summary>What is read and written as a whole, in one item. Its revision changes with every write, so a writer that has not read the current one gets a conflict.</summary>
/// <param name="empty">What stands in it as long as there is no item.</param>
internal sealed class Book<T>(ItemKey key, JsonTypeInfo<T> form, T empty)
    where T : class
{
    private const int AroundBody = 64;

    /// <summary>One strongly consistent read; the revision is 0 when there is no item.</summary>
    public async Task<(T Content, long Revision)> Load(TableCalls calls, CancellationToken cancellation) =>
        Of(await calls.Get(key, cancellation));

    /// <summary>The same of an item that was read together with others; null when there is none.</summary>
    public (T Content, long Revision) Of(Item? item) => item is null ? (empty, 0) : item.ReadAs(Read);

    /// <summary>Replaces the whole; returns Conflict when it was written since it was read.</summary>
    public async Task<SaveResult> Save(TableCalls calls, T content, long known, CancellationToken cancellation) =>
        (await calls.Write(Replace(content, known), cancellation)).Done ? SaveResult.Saved : SaveResult.Conflict;

    /// <summary>The same as a part of a transaction.</summary>
    /// <param name="known">The revision that was read; 0 when there was no item.</param>
    public WriteRequestBuilder Replace(T content, long known) => new WriteRequestBuilder(key)
        .WhenStill(AttributeNames.Revision, known == 0 ? null : AttributeValues.Number(known))
        .Stamp(AttributeNames.Revision, AttributeValues.Number(WriteId.NewRevision()))
        .Set(AttributeNames.Body, CompressedText.Pack(JsonSerializer.SerializeToUtf8Bytes(content, form), ItemSize.Unit - AroundBody));

    private (T Content, long Revision) Read(Dictionary<string, AttributeValue> item) =>
        (JsonSerializer.Deserialize(CompressedText.Unpack(item[AttributeNames.Body]), form) ?? empty, item.NumberOrNull(AttributeNames.Revision) ?? 0);
}
