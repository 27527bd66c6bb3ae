using Markdig.Syntax.Inlines;

namespace Incidents.Application.Markdown;

/// <summary>Writes running text: words, emphasis, code, links, placeholders.</summary>
internal sealed class MarkdownInlines(SafeHtml html, HeadingIds ids, Func<string, string?> variables)
{
    /// <summary>Everything within a paragraph, heading, cell or emphasis.</summary>
    public void WriteContent(ContainerInline container)
    {
        foreach (var inline in container)
        {
            Write(inline);
        }
    }

    private void Write(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                html.Text(literal.Content.ToString());
                break;
            case Placeholder placeholder:
                html.Text(variables(placeholder.Name) is { } value ? VisibleText.Of(value, CodeVariables.LongestValue) : placeholder.Written);
                break;
            case CodeInline code:
                html.Open("code").Text(CodeVariables.FillSpan(code.Content, variables)).Close();
                break;
            case LineBreakInline { IsHard: true }:
                html.Open("br").Close();
                break;
            case LineBreakInline:
                html.Text("\n");
                break;
            case HtmlEntityInline entity:
                html.Text(entity.Transcoded.ToString());
                break;
            case AutolinkInline link:
                WriteLink(link.IsEmail ? $"mailto:{link.Url}" : link.Url, () => html.Text(link.Url));
                break;
            case LinkInline image when IsWithinLink(image):
                WriteContent(image);
                break;
            case LinkInline link:
                WriteLink(link.Url ?? "", () => WriteLabel(link));
                break;
            case EmphasisInline emphasis:
                html.Open(emphasis.DelimiterCount == 2 ? "strong" : "em");
                WriteContent(emphasis);
                html.Close();
                break;
            case DelimiterInline delimiter:
                html.Text(delimiter.ToLiteral());
                WriteContent(delimiter);
                break;
            case ContainerInline container:
                WriteContent(container);
                break;
        }
    }

    private static bool IsWithinLink(Inline inline)
    {
        for (var parent = inline.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is LinkInline)
            {
                return true;
            }
        }

        return false;
    }

    private void WriteLabel(LinkInline link)
    {
        if (link.FirstChild is null)
        {
            html.Text(link.Url ?? "");
        }

        WriteContent(link);
    }

    private void WriteLink(string written, Action label)
    {
        var (href, refusal) = written.StartsWith('#') ? (ids.Anchor(written[1..]), null) : LinkTarget.Read(LinkVariables.Fill(written, variables));
        if (href is null)
        {
            label();
            html.Text($" (link dropped: {refusal?.InWords()})");
            return;
        }

        html.Open("a", ("href", href), ("rel", "noopener noreferrer"));
        label();
        html.Close();
    }
}
