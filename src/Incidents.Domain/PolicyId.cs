namespace Incidents.Domain;

/// <summary>The short name of an escalation policy in configuration, such as `usual`. Compared by code point, so order is the same everywhere.</summary>
/// <param name="Value">The text; null for `default` alone, which no reader makes.</param>
public readonly record struct PolicyId(string Value) : IComparable<PolicyId>
{
    /// <inheritdoc />
    public int CompareTo(PolicyId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc />
    public override string ToString() => Value;

    public static bool operator <(PolicyId left, PolicyId right) => left.CompareTo(right) < 0;

    public static bool operator >(PolicyId left, PolicyId right) => left.CompareTo(right) > 0;

    public static bool operator <=(PolicyId left, PolicyId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PolicyId left, PolicyId right) => left.CompareTo(right) >= 0;
}
