using Incidents.Configuration.Files;
using Incidents.Domain.Configuration;

namespace Incidents.Application.Runbooks;

/// <summary>All runbooks that could be read, and what is wrong with those that could not.</summary>
/// <remarks>One bad file costs that file only.</remarks>
public sealed record RunbookFolder(RunbookLibrary Library, IReadOnlyList<ConfigurationProblem> Problems)
{
    /// <summary>The runbooks of these files.</summary>
    public static RunbookFolder From(IEnumerable<(string Path, string Text)> files) =>
        Gather(files.OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => RunbookFile.Read(f.Path, f.Text)));

    /// <summary>The runbooks of the `.md` files in a directory, those in directories below it not included.</summary>
    /// <param name="directory">As the user typed it: problems name files by it.</param>
    public static RunbookFolder Read(string directory)
    {
        try
        {
            return Gather(Directory.EnumerateFiles(directory, "*.md").Order(StringComparer.Ordinal).Select(path => RunbookFile.Read(ReadFile(path))));
        }
        catch (DirectoryNotFoundException)
        {
            return Nothing(directory, "There is no such directory, so no incident gets a runbook. Make it, or name the one that holds them.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Nothing(directory, $"The runbooks cannot be read. {e.Message}");
        }
    }

    private static RunbookFolder Gather(IEnumerable<RunbookReading> readings)
    {
        var all = readings.ToList();
        return new RunbookFolder(new RunbookLibrary(all.Select(r => r.Runbook).OfType<Runbook>()), [.. all.SelectMany(r => r.Problems)]);
    }

    private static RunbookFolder Nothing(string directory, string message) =>
        new(RunbookLibrary.Empty, [new ConfigurationProblem(Place.StartOf(directory), message) { IsWarning = true }]);

    /// <summary>No more than it takes to see that a file is too large.</summary>
    private static ConfigurationFile ReadFile(string path)
    {
        using var stream = File.OpenRead(path);
        var content = new byte[Math.Min(stream.Length, RunbookFile.MostBytes + 1)];
        stream.ReadExactly(content);
        return new ConfigurationFile(path, content);
    }
}
