namespace Incidents.Configuration.Authoring.Schema;

/// <summary>A set of keys that belong together: a person, a step, a layer.</summary>
/// <param name="Name">What the schema calls it; unique.</param>
/// <param name="Meaning">A sentence that an editor shows when the pointer rests on the form.</param>
internal sealed record Form(string Name, string Meaning, params IReadOnlyList<Key> Keys)
{
    /// <summary>Of these exactly one is written; empty asks for nothing.</summary>
    public IReadOnlyList<string> ExactlyOne { get; init; } = [];

    /// <summary>Of these one or more are written; empty asks for nothing.</summary>
    public IReadOnlyList<string> AtLeastOne { get; init; } = [];
}

/// <summary>A key of a form.</summary>
/// <param name="Meaning">A sentence or two that an editor shows when the pointer rests on the key.</param>
internal sealed record Key(string Name, Kind Kind, string Meaning)
{
    public bool IsRequired { get; init; }

    /// <summary>What counts where the key is left out; null where that is not one value.</summary>
    public string? Usual { get; init; }
}
