namespace Incidents.Domain;

/// <summary>The short name a person goes by in configuration, such as `ada`. Compared by code point, so order is the same everywhere.</summary>
/// <param name="Value">The text; null for `default` alone, which no reader makes.</param>
public readonly record struct PersonId(string Value) : IComparable<PersonId>
{
    /// <inheritdoc />
    public int CompareTo(PersonId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc />
    public override string ToString() => Value;

    public static bool operator <(PersonId left, PersonId right) => left.CompareTo(right) < 0;

    public static bool operator >(PersonId left, PersonId right) => left.CompareTo(right) > 0;

    public static bool operator <=(PersonId left, PersonId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PersonId left, PersonId right) => left.CompareTo(right) >= 0;
}
