using System.Text;
using Incidents.Application.Markdown;
using Incidents.Configuration.Files;
using Incidents.Configuration.Yaml;
using Incidents.Domain.Configuration;

namespace Incidents.Application.Runbooks;

/// <summary>Reads one runbook file.</summary>
public static class RunbookFile
{
    /// <summary>Longest file. What is longer is not read in the middle of the night.</summary>
    public const int MostBytes = 256 * 1024;

    private const string Extension = ".md";
    private const int LongestId = 100;

    /// <summary>The runbook of a text, or what is wrong with it. Never throws, whatever the text.</summary>
    /// <param name="path">What problems call the file; its last part, without `.md`, becomes the runbook's id.</param>
    public static RunbookReading Read(string path, string text) => Read(new ConfigurationFile(path, Encoding.UTF8.GetBytes(text)));

    /// <summary>The runbook of a file, or what is wrong with it. Never throws, whatever the bytes.</summary>
    public static RunbookReading Read(ConfigurationFile file)
    {
        var problems = new ProblemList();
        var runbook = Read(file, problems);
        return new RunbookReading(problems.HasErrors ? null : runbook, problems.InOrder());
    }

    private static Runbook? Read(ConfigurationFile file, ProblemList problems)
    {
        var start = Place.StartOf(file.Name);
        var name = Path.GetFileName(file.Name);
        if (!name.EndsWith(Extension, StringComparison.Ordinal) || !IsId(name[..^Extension.Length]))
        {
            problems.Error(start, "The file's name becomes the runbook's id. Use letters, digits, -, _ and dots, and end it with .md.");
        }

        if (file.Content.Length > MostBytes)
        {
            problems.Error(start, $"A runbook may have {MostBytes / 1024} KB, and this has more. Keep what is needed at night and link to the rest.");
            return null;
        }

        return FileText.TryRead(file, problems, out var text) && !problems.HasErrors
            ? Read(name[..^Extension.Length], file.Name, text, problems)
            : null;
    }

    private static Runbook? Read(string id, string path, string text, ProblemList problems)
    {
        if (FrontMatter.Split(text) is not { } parts)
        {
            problems.Error(Place.StartOf(path), $"The front matter is missing. Begin with a line ---, then {RunbookForm.Example} and `alarms:`, then another ---.");
            return null;
        }

        if (YamlText.Parse(path, parts.Yaml, problems, RunbookForm.Example) is not { } keys)
        {
            return null;
        }

        if (BoundedMarkdown.Parse(parts.Body) is not { } document)
        {
            problems.Error(new Place(path, parts.BodyLine, 1), $"This text nests deeper than {BoundedMarkdown.DeepestNesting} levels. Flatten its quotes and lists.");
            return null;
        }

        var runbook = RunbookForm.Read(id, parts.Body, keys) with { Sections = RunbookSections.Cut(document, parts.Body) };
        RunbookAdvice.Give(runbook, document, new Place(path, parts.BodyLine, 1), problems);
        return runbook;
    }

    private static bool IsId(string name) =>
        name.Length is > 0 and <= LongestId && name[0] != '.' && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}

/// <summary>What came of reading one runbook file.</summary>
/// <param name="Runbook">Null when a problem is more than a warning.</param>
/// <param name="Problems">In the order of the file.</param>
public sealed record RunbookReading(Runbook? Runbook, IReadOnlyList<ConfigurationProblem> Problems);
