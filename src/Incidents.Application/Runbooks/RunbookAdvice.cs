using Incidents.Application.Markdown;
using Incidents.Configuration.Yaml;
using Incidents.Domain.Configuration;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Incidents.Application.Runbooks;

/// <summary>Warns of what a runbook's reader would stumble over: missing headings, unknown variables, links that are dropped.</summary>
internal static class RunbookAdvice
{
    /// <param name="body">Where the text below the front matter begins.</param>
    public static void Give(Runbook runbook, MarkdownDocument document, Place body, ProblemList problems)
    {
        var missing = RunbookSection.Expected.Except(runbook.Sections.Select(s => s.Heading)).ToList();
        if (missing.Count > 0)
        {
            problems.Warn(body, $"Add {string.Join(", ", missing.Select(h => $"`## {h}`"))}. Readers look for the same four headings everywhere.");
        }

        WarnOfVariables(runbook.Body, body, problems);
        WarnOfLinks(document, body, problems);
    }

    private static void WarnOfLinks(MarkdownDocument document, Place body, ProblemList problems)
    {
        foreach (var inline in document.Descendants<Inline>())
        {
            var address = inline switch { LinkInline link => link.Url, AutolinkInline { IsEmail: false } link => link.Url, _ => null };
            if (address is { Length: > 0 } && address[0] != '#' && LinkTarget.Read(Filled(address)).Refusal is { } refusal)
            {
                problems.Warn(body with { Line = body.Line + inline.Line, Column = inline.Column + 1 }, $"This is not shown as a link ({refusal.InWords()}). Mend the address, or write it as text.");
            }
        }
    }

    /// <summary>The address as it may look filled, so that all that is not variable can be checked.</summary>
    private static string Filled(string address) => Placeholder.Fill(address, (_, _) => "x");

    private static void WarnOfVariables(string text, Place body, ProblemList problems)
    {
        var place = body;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            for (var at = 0; at < line.Length; at++)
            {
                if (line[at] == '{' && Placeholder.At(line, at) is { } placeholder && !RunbookVariables.IsKnown(placeholder.Name))
                {
                    problems.Warn(place with { Column = at + 1 }, $"There is no variable {placeholder.Name.Quoted()}.{Suggest(placeholder.Name)}");
                }
            }

            place = place with { Line = place.Line + 1 };
        }
    }

    private static string Suggest(string name) => name.DidYouMean(RunbookVariables.Names) is { Length: > 0 } nearest
        ? nearest
        : $" Use {Wording.OneOf([.. RunbookVariables.Names, "dimension.NAME"])}.";
}
