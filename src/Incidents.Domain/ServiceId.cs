namespace Incidents.Domain;

/// <summary>The short name of a service in configuration, such as `payments`. Compared by code point, so order is the same everywhere.</summary>
/// <param name="Value">The text; null for `default` alone, which no reader makes.</param>
public readonly record struct ServiceId(string Value) : IComparable<ServiceId>
{
    /// <inheritdoc />
    public int CompareTo(ServiceId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc />
    public override string ToString() => Value;

    public static bool operator <(ServiceId left, ServiceId right) => left.CompareTo(right) < 0;

    public static bool operator >(ServiceId left, ServiceId right) => left.CompareTo(right) > 0;

    public static bool operator <=(ServiceId left, ServiceId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ServiceId left, ServiceId right) => left.CompareTo(right) >= 0;
}
