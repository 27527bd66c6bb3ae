using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Incidents.Application.Markdown;

/// <summary>What remains of Markdown when all marks are taken away.</summary>
internal static class PlainText
{
    /// <summary>The words of one paragraph or heading on one line; links and images leave their label.</summary>
    public static string Of(LeafBlock leaf, Func<string, string?>? variables = null)
    {
        var text = new StringBuilder();
        if (leaf.Inline is null)
        {
            text.Append(leaf.Lines.ToString());
        }
        else
        {
            Append(text, leaf.Inline, variables ?? (_ => null));
        }

        return VisibleText.Of(text.ToString());
    }

    private static void Append(StringBuilder text, Inline inline, Func<string, string?> variables)
    {
        switch (inline)
        {
            case LiteralInline literal:
                text.Append(literal.Content.AsSpan());
                break;
            case Placeholder placeholder:
                text.Append(variables(placeholder.Name) ?? placeholder.Written);
                break;
            case CodeInline code:
                text.Append(CodeVariables.FillSpan(code.Content, variables));
                break;
            case LineBreakInline:
                text.Append(' ');
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.AsSpan());
                break;
            case AutolinkInline link:
                text.Append(link.Url);
                break;
            case ContainerInline container:
                if (container is DelimiterInline delimiter)
                {
                    text.Append(delimiter.ToLiteral());
                }

                foreach (var child in container)
                {
                    Append(text, child, variables);
                }

                break;
        }
    }
}
