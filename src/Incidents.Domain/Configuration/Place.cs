namespace Incidents.Domain.Configuration;

/// <summary>Where in the configuration something stands; line and column count from 1.</summary>
public sealed record Place(string File, int Line, int Column)
{
    /// <summary>The keys and positions on the way from the root, such as `layers[0].rotation.length`; empty for the root.</summary>
    public string Path { get; init; } = "";

    /// <summary>The beginning of a file.</summary>
    public static Place StartOf(string file) => new(file, 1, 1);

    /// <summary>`file:line:column`, which terminals and editors make a link of.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}";
}
