using Incidents.Application.Markdown;
using Markdig.Syntax;

namespace Incidents.Application.Runbooks;

/// <summary>Cuts a runbook at its second-level headings.</summary>
internal static class RunbookSections
{
    private const int Level = 2;

    public static IReadOnlyList<RunbookSection> Cut(MarkdownDocument document, string body)
    {
        var headings = document.OfType<HeadingBlock>().Where(h => h.Level == Level).ToList();
        return
        [
            .. headings.Select((heading, i) => new RunbookSection(
                PlainText.Of(heading),
                body[(heading.Span.End + 1)..(i + 1 < headings.Count ? headings[i + 1].Span.Start : body.Length)].Trim('\n'))),
        ];
    }
}
