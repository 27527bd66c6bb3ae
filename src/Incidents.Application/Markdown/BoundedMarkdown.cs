using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Incidents.Application.Markdown;

/// <summary>
/// Markdown parsing whose work stays in proportion to the text. Nested containers cost recursion and delimiters within one paragraph cost
/// their square, so both have a budget; what exceeds it is kept as plain text, not dropped.
/// </summary>
internal static class BoundedMarkdown
{
    /// <summary>Quotes and lists within each other; people stop at four.</summary>
    public const int DeepestNesting = 16;

    private const int IndentPerLevel = 4;
    private const int LongestText = 512 * 1024;
    private const int MostTableCells = 20_000;
    private const long InlineBudget = 4_000_000;
    private static readonly object SpentKey = new();
    private static readonly MarkdownPipeline Pipeline = Build();

    /// <summary>The document, or null when it nests too deep or is too long to be read as Markdown.</summary>
    public static MarkdownDocument? Parse(string text)
    {
        if (text.Length > LongestText || NestsTooDeep(text))
        {
            return null;
        }

        try
        {
            return Markdig.Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's own limit: 128 levels, which indented lists and unclosed emphasis reach without the markers counted here.
            return null;
        }
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().DisableHtml().UsePreciseSourceLocation();
        builder.InlineParsers.Insert(0, new Placeholder.Parser());
        foreach (var parser in builder.BlockParsers)
        {
            parser.Closed += SpendInlineBudget;
        }

        return builder.Build();
    }

    private static bool NestsTooDeep(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (Depth(line) > DeepestNesting)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Markers of quotes and list items in front of a line's text, and the levels its first one may lie within by indentation.</summary>
    private static int Depth(ReadOnlySpan<char> line)
    {
        var indent = line.IndexOfAnyExcept(' ', '\t');
        var markers = 0;
        for (var at = Math.Max(indent, 0); at < line.Length; at++)
        {
            var ends = at + 1 == line.Length || line[at + 1] is ' ' or '\t';
            switch (line[at])
            {
                case '>':
                case '-' or '+' or '*' or '.' or ')' when ends:
                    markers++;
                    break;
                case not (' ' or '\t' or (>= '0' and <= '9')):
                    return Total();
            }
        }

        return Total();

        int Total() => markers == 0 ? 0 : markers + (indent / IndentPerLevel);
    }

    private static void SpendInlineBudget(BlockProcessor processor, Block block)
    {
        if (block is not LeafBlock { ProcessInlines: true } leaf)
        {
            return;
        }

        var (delimiters, widest) = Count(leaf.Lines);
        var spent = (processor.Document.GetData(SpentKey) as long? ?? 0) + (delimiters * delimiters);
        if (spent > InlineBudget || widest * leaf.Lines.Count > MostTableCells)
        {
            leaf.ProcessInlines = false;
            return;
        }

        processor.Document.SetData(SpentKey, spent);
    }

    private static (long Delimiters, int WidestRow) Count(StringLineGroup lines)
    {
        long delimiters = 0;
        var widest = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var bars = 0;
            var line = lines.Lines[i].Slice.AsSpan();
            for (var at = 0; at < line.Length; at++)
            {
                switch (line[at])
                {
                    case '\\':
                        at++;
                        break;
                    case '[' or ']' or '*' or '_' or '<':
                        delimiters++;
                        break;
                    case '|':
                        bars++;
                        break;
                }
            }

            widest = Math.Max(widest, bars);
        }

        return (delimiters, widest);
    }
}
