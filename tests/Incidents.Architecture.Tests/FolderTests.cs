using System.Text.RegularExpressions;

namespace Incidents.Architecture.Tests;

/// <summary>A folder is a namespace, and arrows between the folders of a project form no circle: each can be read without those above it.</summary>
public partial class FolderTests
{
    public static TheoryData<string> Projects => [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src"), "Incidents.*").Select(folder => Path.GetFileName(folder))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Namespace_IsTheFolder(string project)
    {
        var wrong = Sources(project)
            .Select(file => (File: Path.GetRelativePath(Repository.Root, file), Namespace: Namespace().Match(File.ReadAllText(file))))
            .Where(file => file.Namespace.Success)
            .Select(file => (file.File, Namespace: file.Namespace.Groups[1].Value, Folder: Path.GetDirectoryName(file.File)!.Replace("src/", "", StringComparison.Ordinal).Replace('/', '.')))
            .Where(file => file.Namespace != file.Folder)
            .Select(file => $"{file.File} is in namespace {file.Namespace}");

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_FormNoCircle(string project)
    {
        var uses = TypeUses.In(Assembly(project))
            .Select(use => (From: Folder(project, use.From.Namespace), To: Folder(project, use.To.Namespace), Example: $"{use.From.Name} uses {use.To.Name}"))
            .Where(use => use.From != use.To)
            .ToList();
        var arrows = uses.ToLookup(use => use.From, use => use.To);
        var inCircles = arrows.Select(arrow => arrow.Key).Where(folder => Reached(folder, arrows).Contains(folder)).ToHashSet();

        Assert.True(inCircles.Count == 0, $"""
            {project}: {string.Join(", ", inCircles.Order(StringComparer.Ordinal))} use each other in a circle:
            {string.Join('\n', uses.Where(use => inCircles.Contains(use.From) && inCircles.Contains(use.To)).Select(use => $"  {use.From} -> {use.To}: {use.Example}").Order(StringComparer.Ordinal))}
            """);
    }

    private static HashSet<string> Reached(string folder, ILookup<string, string> arrows)
    {
        var reached = new HashSet<string>();
        var next = new Queue<string>(arrows[folder]);
        while (next.TryDequeue(out var one))
        {
            if (reached.Add(one))
            {
                foreach (var further in arrows[one])
                {
                    next.Enqueue(further);
                }
            }
        }

        return reached;
    }

    /// <summary>The first folder below the project; empty for the project's own.</summary>
    private static string Folder(string project, string name) => name.Length > project.Length ? name[(project.Length + 1)..].Split('.')[0] : "";

    private static string Assembly(string project) => Path.Combine(AppContext.BaseDirectory, project == "Incidents.Cli" ? "incidents.dll" : $"{project}.dll");

    private static IEnumerable<string> Sources(string project) => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", project), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Intersect(["obj", "bin"]).Any());

    [GeneratedRegex(@"^namespace\s+([\w.]+)\s*;", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
