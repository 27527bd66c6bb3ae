using Incidents.Application.Markdown;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Incidents.Application.Runbooks;

/// <summary>Warns of what a runbook's reader would stumble over: missing headings, unknown variables, links that are dropped.</summary>
internal static class RunbookAdvice
{
    public static void Give(Runbook runbook, MarkdownDocument document, int firstLine, RunbookReport report)
    {
        var missing = RunbookSection.Expected.Except(runbook.Sections.Select(s => s.Heading)).ToList();
        if (missing.Count > 0)
        {
            report.Warn(firstLine, 1, $"add {string.Join(", ", missing.Select(h => $"`## {h}`"))}: readers look for the same four headings everywhere");
        }

        WarnOfVariables(runbook.Body, firstLine, report);
        WarnOfLinks(document, firstLine, report);
    }

    private static void WarnOfLinks(MarkdownDocument document, int firstLine, RunbookReport report)
    {
        foreach (var inline in document.Descendants<Inline>())
        {
            var address = inline switch { LinkInline link => link.Url, AutolinkInline { IsEmail: false } link => link.Url, _ => null };
            if (address is { Length: > 0 } && address[0] != '#' && LinkTarget.Read(Filled(address)).Refusal is { } refusal)
            {
                report.Warn(firstLine + inline.Line, inline.Column + 1, $"{refusal.InWords()}: mend the address, or write it as text");
            }
        }
    }

    /// <summary>The address as it may look filled, so that all that is not variable can be checked.</summary>
    private static string Filled(string address) => Placeholder.Fill(address, (_, _) => "x");

    private static void WarnOfVariables(string body, int firstLine, RunbookReport report)
    {
        var line = firstLine;
        foreach (var text in body.AsSpan().EnumerateLines())
        {
            for (var at = 0; at < text.Length; at++)
            {
                if (text[at] == '{' && Placeholder.At(text, at) is { } placeholder && !RunbookVariables.IsKnown(placeholder.Name))
                {
                    report.Warn(line, at + 1, $"unknown variable `{placeholder.Name}`: {Suggest(placeholder.Name)}");
                }
            }

            line++;
        }
    }

    private static string Suggest(string name) => NearestName.To(name, RunbookVariables.Names) is { } near
        ? $"did you mean `{near}`?"
        : $"use {string.Join(", ", RunbookVariables.Names)} or dimension.NAME";
}
