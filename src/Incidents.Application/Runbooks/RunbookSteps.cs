using Incidents.Application.Markdown;
using Markdig.Syntax;

namespace Incidents.Application.Runbooks;

/// <summary>The first things to do, short enough for a card.</summary>
public static class RunbookSteps
{
    private const int MostSteps = 3;
    private const int LongestStep = 200;

    /// <summary>
    /// The first three numbered steps of Diagnosis, or of Mitigation when Diagnosis has none, as plain text on one line each. Only a step's
    /// first paragraph counts; its commands are for the full text. Escape the text where it is shown.
    /// </summary>
    public static IReadOnlyList<string> FirstSteps(this Runbook runbook, RunbookVariables variables)
    {
        string[] headings = [RunbookSection.Diagnosis, RunbookSection.Mitigation];
        return headings
            .SelectMany(heading => runbook.Sections.Where(section => section.Heading == heading))
            .Select(section => Steps(section, variables))
            .FirstOrDefault(steps => steps.Count > 0) ?? [];
    }

    private static List<string> Steps(RunbookSection section, RunbookVariables variables)
    {
        var list = BoundedMarkdown.Parse(section.Markdown)?.OfType<ListBlock>().FirstOrDefault(block => block.IsOrdered);
        return
        [
            .. (list?.OfType<ListItemBlock>() ?? [])
                .Select(item => item.OfType<ParagraphBlock>().FirstOrDefault())
                .OfType<ParagraphBlock>()
                .Take(MostSteps)
                .Select(paragraph => VisibleText.Of(PlainText.Of(paragraph, variables.Find), LongestStep)),
        ];
    }
}
