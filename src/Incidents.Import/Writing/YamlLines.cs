namespace Incidents.Import.Writing;

/// <summary>Lines of a file, each at its depth.</summary>
internal sealed class YamlLines
{
    private readonly List<string> lines = [];

    public void Add(int depth, string line) => lines.Add(line.Length == 0 ? "" : new string(' ', 2 * depth) + line);

    /// <summary>Nothing where there is no value.</summary>
    public void AddIf(int depth, string key, string? value)
    {
        if (value is not null)
        {
            Add(depth, $"{key}: {value}");
        }
    }

    public override string ToString() => string.Concat(lines.Select(line => line + "\n"));
}
