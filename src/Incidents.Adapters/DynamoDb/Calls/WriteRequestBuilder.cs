using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Incidents.Adapters.DynamoDb.Calls;

/// <summary>One item's update: what is set, what goes, and what must hold. Attributes it does not name stay as they are.</summary>
/// <remarks>Every name and value goes in by placeholder, so no name collides with a reserved word and no text is ever read as an expression.</remarks>
internal sealed class WriteRequestBuilder(ItemKey key)
{
    private readonly Dictionary<string, string> names = [];
    private readonly Dictionary<string, AttributeValue> values = [];
    private readonly List<string> sets = [];
    private readonly List<string> removals = [];
    private readonly List<string> additions = [];
    private readonly List<string> conditions = [];
    private (string Name, AttributeValue Value)? stamp;

    public WriteRequestBuilder Set(string name, AttributeValue value)
    {
        sets.Add($"{Name(name)} = {Value(value)}");
        return this;
    }

    /// <summary>Adds to a list, whatever others add at the same time.</summary>
    public WriteRequestBuilder Append(string name, AttributeValue list)
    {
        sets.Add($"{Name(name)} = list_append(if_not_exists({Name(name)}, {Value(new AttributeValue { L = [], IsLSet = true })}), {Value(list)})");
        return this;
    }

    /// <summary>Sets it unless it has a value already.</summary>
    public WriteRequestBuilder SetOnce(string name, AttributeValue value)
    {
        sets.Add($"{Name(name)} = if_not_exists({Name(name)}, {Value(value)})");
        return this;
    }

    /// <summary>An attribute without a value goes, and with it the item from the index that is sorted by it.</summary>
    public WriteRequestBuilder SetOrRemove(string name, AttributeValue? value) => value is null ? Remove(name) : Set(name, value);

    public WriteRequestBuilder SetUnlessNull(string name, string? text) => text is null ? this : Set(name, AttributeValues.Text(text));

    public WriteRequestBuilder Remove(string name)
    {
        removals.Add(Name(name));
        return this;
    }

    public WriteRequestBuilder Add(string name, long number)
    {
        additions.Add($"{Name(name)} {Value(AttributeValues.Number(number))}");
        return this;
    }

    /// <summary>Sets what differs with every write; finding it in an item that refuses means that the write has been done.</summary>
    public WriteRequestBuilder Stamp(string name, AttributeValue value)
    {
        stamp = (name, value);
        return Set(name, value);
    }

    /// <summary>All conditions given must hold.</summary>
    public WriteRequestBuilder When(string condition)
    {
        conditions.Add($"({condition})");
        return this;
    }

    /// <summary>The item must be as it was read: at this value, or without the attribute when it was not there.</summary>
    public WriteRequestBuilder WhenStill(string name, AttributeValue? value) => When(value is null ? Absent(name) : IsEqual(name, value));

    public string Absent(string name) => $"attribute_not_exists({Name(name)})";

    public string Present(string name) => $"attribute_exists({Name(name)})";

    public string IsEqual(string name, AttributeValue value) => $"{Name(name)} = {Value(value)}";

    public string IsAtMost(string name, AttributeValue value) => $"{Name(name)} <= {Value(value)}";

    public bool IsOwn(Dictionary<string, AttributeValue>? item) => stamp is { } own && item?.GetValueOrDefault(own.Name).IsEqualTo(own.Value) == true;

    public UpdateItemRequest ToRequest(string table) => new()
    {
        TableName = table,
        Key = key.ToAttributes(),
        UpdateExpression = Expression,
        ConditionExpression = Condition,
        ExpressionAttributeNames = names,
        ExpressionAttributeValues = values,
        ReturnValues = additions.Count > 0 ? ReturnValue.UPDATED_NEW : ReturnValue.NONE,
        ReturnValuesOnConditionCheckFailure = Condition is null ? null : ReturnValuesOnConditionCheckFailure.ALL_OLD,
    };

    public TransactWriteItem ToTransactItem(string table) => new()
    {
        Update = new Update
        {
            TableName = table,
            Key = key.ToAttributes(),
            UpdateExpression = Expression,
            ConditionExpression = Condition,
            ExpressionAttributeNames = names,
            ExpressionAttributeValues = values,
        },
    };

    private string Expression => string.Join(' ', new[] { Clause("SET", sets), Clause("REMOVE", removals), Clause("ADD", additions) }.OfType<string>());

    private string? Condition => conditions.Count == 0 ? null : string.Join(" AND ", conditions);

    private static string? Clause(string verb, List<string> parts) => parts.Count == 0 ? null : $"{verb} {string.Join(", ", parts)}";

    private string Name(string name)
    {
        names[$"#{name}"] = name;
        return $"#{name}";
    }

    private string Value(AttributeValue value)
    {
        var placeholder = $":{values.Count}";
        values.Add(placeholder, value);
        return placeholder;
    }
}
