namespace Incidents.Domain;

/// <summary>The short name of a team in configuration, such as `checkout`. Compared by code point, so order is the same everywhere.</summary>
/// <param name="Value">The text; null for `default` alone, which no reader makes.</param>
public readonly record struct TeamId(string Value) : IComparable<TeamId>
{
    /// <inheritdoc />
    public int CompareTo(TeamId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc />
    public override string ToString() => Value;

    public static bool operator <(TeamId left, TeamId right) => left.CompareTo(right) < 0;

    public static bool operator >(TeamId left, TeamId right) => left.CompareTo(right) > 0;

    public static bool operator <=(TeamId left, TeamId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(TeamId left, TeamId right) => left.CompareTo(right) >= 0;
}
