using System.Collections.Immutable;

namespace Incidents.Adapters.DynamoDb.Calls;

/// <summary>Adds up what calls cost, as DynamoDB itself reports it: table and indexes, transactions at their double price.</summary>
/// <remarks>
/// A refused write is charged like any other but reported without a number, so it is counted at the price of what stands there.
/// A store without a meter does not even ask DynamoDB for the numbers. Calls may come from several threads.
/// </remarks>
public sealed class CapacityMeter
{
    private readonly Lock gate = new();
    private ImmutableSortedDictionary<string, Usage> usage = ImmutableSortedDictionary<string, Usage>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>By DynamoDB action.</summary>
    public IReadOnlyDictionary<string, Usage> ByAction => usage;

    /// <summary>Everything so far.</summary>
    public Usage Total => usage.Values.Aggregate(default(Usage), (sum, next) => sum + next);

    internal void Record(string action, bool isWrite, double units)
    {
        var call = new Usage(1, isWrite ? 0 : units, isWrite ? units : 0);
        lock (gate)
        {
            usage = usage.SetItem(action, usage.GetValueOrDefault(action) + call);
        }
    }
}

/// <summary>Calls made and capacity units consumed.</summary>
public readonly record struct Usage(int Calls, double ReadUnits, double WriteUnits)
{
    /// <summary>Both together.</summary>
    public static Usage operator +(Usage left, Usage right) =>
        new(left.Calls + right.Calls, left.ReadUnits + right.ReadUnits, left.WriteUnits + right.WriteUnits);

    /// <summary>What came after <paramref name="earlier"/>.</summary>
    public static Usage operator -(Usage later, Usage earlier) =>
        new(later.Calls - earlier.Calls, later.ReadUnits - earlier.ReadUnits, later.WriteUnits - earlier.WriteUnits);
}
