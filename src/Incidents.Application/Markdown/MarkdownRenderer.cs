using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Incidents.Application.Markdown;

/// <summary>Turns Markdown into HTML that is safe to put into a page, even when the text's author is not trusted.</summary>
/// <remarks>
/// HTML in the text shows as text. Links lead to https, mailto and our own pages only; a dropped link keeps its text and says why.
/// Images become links, so nothing is loaded. Ids carry a prefix, so they cannot stand in for anything of the page.
/// </remarks>
public sealed class MarkdownRenderer
{
    private const int LowestHeading = 6;
    private readonly SafeHtml html;
    private readonly HeadingIds ids;
    private readonly MarkdownInlines inlines;
    private readonly Func<string, string?> variables;
    private readonly int headingOffset;

    private MarkdownRenderer(string scope, Func<string, string?>? variables, int headingOffset)
    {
        ids = new HeadingIds(scope);
        html = new SafeHtml(ids.Prefix);
        this.variables = variables ?? (_ => null);
        inlines = new MarkdownInlines(html, ids, this.variables);
        this.headingOffset = headingOffset;
    }

    /// <summary>The text as HTML.</summary>
    /// <param name="markdown">Text of any origin and length.</param>
    /// <param name="scope">What tells this text's heading ids from those of others on the page, such as a runbook's id.</param>
    /// <param name="variables">Values for `{{ name }}`; null for a name leaves it as written. They are never read as Markdown.</param>
    /// <param name="headingOffset">How many levels headings move down: 1 under a page's own `h1`.</param>
    public static string ToHtml(string markdown, string scope, Func<string, string?>? variables = null, int headingOffset = 0)
    {
        var renderer = new MarkdownRenderer(scope, variables, headingOffset);
        if (BoundedMarkdown.Parse(markdown) is { } document)
        {
            renderer.WriteBlocks(document);
        }
        else
        {
            renderer.html.Open("p").Open("em").Text("Shown as plain text: nested too deep or too long for Markdown.").Close().Close();
            renderer.html.Open("pre").Text(markdown).Close();
        }

        return renderer.html.ToString();
    }

    private void WriteBlocks(ContainerBlock container)
    {
        foreach (var block in container)
        {
            WriteBlock(block);
        }
    }

    private void WriteBlock(Block block)
    {
        switch (block)
        {
            case LinkReferenceDefinitionGroup or LinkReferenceDefinition or BlankLineBlock:
                break;
            case HeadingBlock heading:
                var level = Math.Clamp(heading.Level + headingOffset, 1, LowestHeading);
                WriteLeaf($"h{level}", heading, ("id", ids.Next(PlainText.Of(heading))));
                break;
            case ThematicBreakBlock:
                html.Open("hr").Close();
                break;
            case QuoteBlock quote:
                WriteContainer("blockquote", quote);
                break;
            case ListBlock { IsOrdered: true } list:
                WriteContainer("ol", list, ("start", list.OrderedStart is { Length: < 10 } start ? start : "1"));
                break;
            case ListBlock list:
                WriteContainer("ul", list);
                break;
            case ListItemBlock item:
                WriteItem(item);
                break;
            case Table table:
                WriteTable(table);
                break;
            case CodeBlock code:
                html.Open("pre").Open("code").Text(CodeVariables.Fill(code, variables)).Close().Close();
                break;
            case ContainerBlock container:
                WriteBlocks(container);
                break;
            case LeafBlock leaf:
                WriteLeaf("p", leaf);
                break;
        }
    }

    private void WriteContainer(string element, ContainerBlock block, params ReadOnlySpan<(string, string)> attributes)
    {
        html.Open(element, attributes);
        WriteBlocks(block);
        html.Close();
    }

    private void WriteItem(ListItemBlock item)
    {
        html.Open("li");
        foreach (var block in item)
        {
            if (block is ParagraphBlock paragraph && item.Parent is ListBlock { IsLoose: false })
            {
                WriteContent(paragraph);
            }
            else
            {
                WriteBlock(block);
            }
        }

        html.Close();
    }

    private void WriteTable(Table table)
    {
        html.Open("table");
        foreach (var part in table.OfType<TableRow>().GroupBy(row => row.IsHeader))
        {
            html.Open(part.Key ? "thead" : "tbody");
            foreach (var row in part)
            {
                WriteRow(row);
            }

            html.Close();
        }

        html.Close();
    }

    private void WriteRow(TableRow row)
    {
        html.Open("tr");
        foreach (var cell in row.OfType<TableCell>())
        {
            html.Open(row.IsHeader ? "th" : "td");
            foreach (var leaf in cell.Descendants<LeafBlock>())
            {
                WriteContent(leaf);
            }

            html.Close();
        }

        html.Close();
    }

    private void WriteLeaf(string element, LeafBlock leaf, params ReadOnlySpan<(string, string)> attributes)
    {
        html.Open(element, attributes);
        WriteContent(leaf);
        html.Close();
    }

    private void WriteContent(LeafBlock leaf)
    {
        if (leaf.Inline is null)
        {
            html.Text(leaf.Lines.ToString());
            return;
        }

        inlines.WriteContent(leaf.Inline);
    }
}
