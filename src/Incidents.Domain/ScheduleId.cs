namespace Incidents.Domain;

/// <summary>The short name of a schedule in configuration, such as `primary`. Compared by code point, so order is the same everywhere.</summary>
/// <param name="Value">The text; null for `default` alone, which no reader makes.</param>
public readonly record struct ScheduleId(string Value) : IComparable<ScheduleId>
{
    /// <inheritdoc />
    public int CompareTo(ScheduleId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc />
    public override string ToString() => Value;

    public static bool operator <(ScheduleId left, ScheduleId right) => left.CompareTo(right) < 0;

    public static bool operator >(ScheduleId left, ScheduleId right) => left.CompareTo(right) > 0;

    public static bool operator <=(ScheduleId left, ScheduleId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ScheduleId left, ScheduleId right) => left.CompareTo(right) >= 0;
}
