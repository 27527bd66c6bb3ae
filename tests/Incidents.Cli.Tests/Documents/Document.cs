namespace Incidents.Cli.Tests.Documents;

/// <summary>What a user reads, by its path in the repository.</summary>
internal static class Document
{
    public static IReadOnlyList<string> All { get; } = [.. new[] { "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md" }.Concat(In("docs")).Concat(In("runbooks"))];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    private static IEnumerable<string> In(string folder) => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.md", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.Root, file))
        .Order(StringComparer.Ordinal);
}
