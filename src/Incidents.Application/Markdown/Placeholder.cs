using System.Text;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Incidents.Application.Markdown;

/// <summary>`{{ name }}` in a Markdown text: filled in after parsing, so that no value can become structure.</summary>
internal sealed class Placeholder(string name, string written) : LeafInline
{
    private const int LongestName = 280;

    public string Name { get; } = name;

    /// <summary>As the author wrote it, for unknown names.</summary>
    public string Written { get; } = written;

    /// <summary>The placeholder that begins at <paramref name="at"/>; null when none does.</summary>
    public static Placeholder? At(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..];
        if (!rest.StartsWith("{{") || rest[..Math.Min(rest.Length, LongestName)].IndexOf("}}") is not (> 2 and var end))
        {
            return null;
        }

        var name = rest[2..end].Trim();
        return name.IsEmpty || name.ContainsAnyExcept(NameCharacters) ? null : new Placeholder(name.ToString(), rest[..(end + 2)].ToString());
    }

    /// <summary>The text with each placeholder replaced by what <paramref name="fill"/> makes of it; null leaves it as written.</summary>
    public static string Fill(string text, Func<Placeholder, int, string?> fill)
    {
        var filled = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '{' && At(text, i) is { } placeholder)
            {
                filled.Append(fill(placeholder, i) ?? placeholder.Written);
                i += placeholder.Written.Length;
            }
            else
            {
                filled.Append(text[i++]);
            }
        }

        return filled.ToString();
    }

    private static System.Buffers.SearchValues<char> NameCharacters { get; } =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-/: ");

    /// <summary>Finds placeholders in running text.</summary>
    internal sealed class Parser : InlineParser
    {
        public Parser() => OpeningCharacters = ['{'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            if (At(slice.AsSpan(), 0) is not { } placeholder)
            {
                return false;
            }

            placeholder.Span.Start = processor.GetSourcePosition(slice.Start, out var line, out var column);
            placeholder.Line = line;
            placeholder.Column = column;
            processor.Inline = placeholder;
            slice.Start += placeholder.Written.Length;
            return true;
        }
    }
}
