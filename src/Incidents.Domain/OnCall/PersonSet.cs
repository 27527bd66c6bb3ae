using System.Collections;
using System.Runtime.CompilerServices;

namespace Incidents.Domain.OnCall;

/// <summary>A set of people: each once, sorted by name, equal when the same people are in it.</summary>
[CollectionBuilder(typeof(PersonSet), nameof(Of))]
public sealed class PersonSet : IReadOnlyList<PersonId>, IEquatable<PersonSet>
{
    /// <summary>The empty set: a gap in a schedule, a vacant turn in a rotation.</summary>
    public static readonly PersonSet Nobody = new([]);

    private readonly PersonId[] _sorted;

    private PersonSet(PersonId[] sorted) => _sorted = sorted;

    public int Count => _sorted.Length;

    public bool IsNobody => _sorted.Length == 0;

    public PersonId this[int index] => _sorted[index];

    /// <summary>The set of the people given; order and repeats do not matter.</summary>
    public static PersonSet Of(params ReadOnlySpan<PersonId> people)
    {
        if (people.IsEmpty)
        {
            return Nobody;
        }

        var sorted = people.ToArray();
        Array.Sort(sorted);
        var distinct = 1;
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] != sorted[distinct - 1])
            {
                sorted[distinct++] = sorted[i];
            }
        }

        return new(sorted[..distinct]);
    }

    /// <summary>The set of the people with these names.</summary>
    public static PersonSet Named(params IEnumerable<string> names) => Of([.. names.Select(name => new PersonId(name))]);

    public bool Contains(PersonId person) => Array.BinarySearch(_sorted, person) >= 0;

    public PersonSet With(PersonSet others) =>
        others.IsNobody ? this : IsNobody ? others : Of([.. _sorted, .. others._sorted]);

    public PersonSet Without(PersonSet others) =>
        others.IsNobody || IsNobody ? this : Of([.. _sorted.Where(person => !others.Contains(person))]);

    /// <summary>The same set, with <paramref name="substitutes"/> in the place of <paramref name="person"/> if that person is in it.</summary>
    public PersonSet Replace(PersonId person, PersonSet substitutes) =>
        Contains(person) ? Without([person]).With(substitutes) : this;

    public bool Equals(PersonSet? other) =>
        ReferenceEquals(this, other) || (other is not null && _sorted.AsSpan().SequenceEqual(other._sorted));

    public override bool Equals(object? obj) => Equals(obj as PersonSet);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var person in _sorted)
        {
            hash.Add(person);
        }

        return hash.ToHashCode();
    }

    public IEnumerator<PersonId> GetEnumerator() => ((IEnumerable<PersonId>)_sorted).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>`ada, grace`, or `nobody`.</summary>
    public override string ToString() => IsNobody ? "nobody" : string.Join(", ", _sorted);
}
