namespace Incidents.Configuration.Authoring.Schema;

/// <summary>What may stand after a key.</summary>
internal abstract record Kind
{
    private Kind()
    {
    }

    /// <summary>One line of text.</summary>
    /// <param name="Pattern">A regular expression that .NET and ECMAScript read alike; null takes any text.</param>
    /// <param name="Example">One that is taken; null where any is.</param>
    /// <param name="Note">What no pattern can say, for the description.</param>
    public sealed record Text(string? Pattern = null, string? Example = null, string? Note = null) : Kind;

    /// <summary>One of some words.</summary>
    public sealed record Choice(IReadOnlyList<string> Words) : Kind;

    /// <summary>A whole number within bounds.</summary>
    public sealed record Number(int? Least = null, int? Most = null) : Kind;

    /// <summary>`true` or `false`.</summary>
    public sealed record YesNo : Kind;

    /// <summary>`null`, where it means something of its own.</summary>
    public sealed record Nothing : Kind;

    /// <param name="Least">How many items it has at least.</param>
    public sealed record List(Kind Item, int Least = 0) : Kind;

    /// <summary>Any number of entries, each under a name that the author of the file chooses.</summary>
    /// <param name="Names">The regular expression names keep to.</param>
    /// <param name="OrNothing">All of them may be commented out.</param>
    public sealed record Map(string Names, Kind Value, bool OrNothing = false) : Kind;

    /// <summary>A set of known keys.</summary>
    public sealed record Entry(Form Form) : Kind;

    /// <summary>Whichever of some kinds it is.</summary>
    public sealed record AnyOf(params IReadOnlyList<Kind> Kinds) : Kind;
}
