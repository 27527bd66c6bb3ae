using Incidents.Application.Markdown;

namespace Incidents.Application.Runbooks;

/// <summary>Reads the text of one runbook file.</summary>
public static class RunbookFile
{
    /// <summary>Longest file, in characters. What is longer is not read in the middle of the night.</summary>
    public const int LongestText = 256 * 1024;

    private const string Extension = ".md";
    private const int LongestId = 100;

    /// <summary>The runbook, or what is wrong with it. Never throws, whatever the text.</summary>
    /// <param name="fileName">Name in the runbook folder, such as `alb-5xx.md`.</param>
    /// <param name="text">The whole file.</param>
    public static RunbookReading Read(string fileName, string text)
    {
        var report = new RunbookReport(fileName);
        if (!fileName.EndsWith(Extension, StringComparison.Ordinal) || !IsId(fileName[..^Extension.Length]))
        {
            report.Error(1, 1, "the file name becomes the runbook's id: use letters, digits, `-`, `_` and `.`, and end it with `.md`");
        }

        if (text.Length > LongestText)
        {
            report.Error(1, 1, TooLong(text.Length));
            return report.Refused();
        }

        return ReadText(fileName, text.TrimStart('\ufeff').ReplaceLineEndings("\n"), report);
    }

    internal static string TooLong(long length) =>
        $"{length / 1024} KB is too long: keep a runbook under {LongestText / 1024} KB and link to the rest";

    private static RunbookReading ReadText(string fileName, string text, RunbookReport report)
    {
        if (FrontMatter.Split(text) is not { } parts)
        {
            report.Error(1, 1, "front matter is missing: begin with a line `---`, then `title:` and `alarms:`, then another `---`");
            return report.Refused();
        }

        if (FrontMatter.Read(parts.Yaml, report) is not { } written)
        {
            return report.Refused();
        }

        var fields = RunbookFields.Read(written, report);
        if (BoundedMarkdown.Parse(parts.Body) is not { } document)
        {
            report.Error(parts.BodyLine, 1, $"nested deeper than {BoundedMarkdown.DeepestNesting} levels: flatten its quotes and lists");
            return report.Refused();
        }

        var runbook = new Runbook
        {
            Id = fileName[..^Math.Min(Extension.Length, fileName.Length)],
            Title = fields.Title,
            Services = fields.Services,
            Alarms = fields.Alarms,
            Owner = fields.Owner,
            Severity = fields.Severity,
            Body = parts.Body,
            Sections = RunbookSections.Cut(document, parts.Body),
        };
        RunbookAdvice.Give(runbook, document, parts.BodyLine, report);
        return report.Accepted(runbook);
    }

    private static bool IsId(string name) =>
        name.Length is > 0 and <= LongestId && name[0] != '.' && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
