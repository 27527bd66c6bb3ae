using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Incidents.Application.Runbooks;

/// <summary>The YAML between two lines of `---` at the top of a file: keys with one value or a flat list of them.</summary>
/// <remarks>Read event by event, so that aliases, deep nesting and other ways to make a small text large end at the first sign.</remarks>
internal static class FrontMatter
{
    private const string Fence = "---\n";
    private const string OnlyFlat = "only plain values and flat lists are read here: write `key: value` or `key: [one, \"*-two\"]`, in quotes what begins with `*` or `&`";

    /// <summary>One key and its values, with its place in the file.</summary>
    public sealed record Field(string Key, int Line, int Column, IReadOnlyList<Value> Values);

    /// <summary>One value, with its place in the file.</summary>
    public sealed record Value(string Text, int Line, int Column);

    /// <summary>The text cut in two; null when it does not begin with front matter.</summary>
    public static (string Yaml, string Body, int BodyLine)? Split(string text)
    {
        if (!text.StartsWith(Fence, StringComparison.Ordinal))
        {
            return null;
        }

        var end = text.IndexOf("\n" + Fence, Fence.Length - 1, StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        var body = end + 1 + Fence.Length;
        return (text[Fence.Length..(end + 1)], text[body..], text.AsSpan(0, body).Count('\n') + 1);
    }

    /// <summary>All fields; null when one cannot be read.</summary>
    public static IReadOnlyList<Field>? Read(string yaml, RunbookReport report)
    {
        if (IsIndentedByTabs(yaml, report))
        {
            return null;
        }

        try
        {
            var parser = new Parser(new StringReader(yaml));
            parser.Consume<StreamStart>();
            if (parser.TryConsume<DocumentStart>(out _) && parser.TryConsume<MappingStart>(out _))
            {
                return ReadFields(parser, report);
            }

            if (parser.Accept<StreamEnd>(out _))
            {
                return [];
            }

            return Refuse(parser, report, "front matter holds `key: value` lines: write `title: …`");
        }
        catch (YamlException wrong)
        {
            report.Error(LineOf(wrong.Start), ColumnOf(wrong.Start), $"not YAML ({wrong.Message.TrimEnd('.')}): quote values that hold `:`, `*` or `#`, and indent with blanks");
            return null;
        }
    }

    /// <summary>The parser reads some of these, and names the wrong line for others.</summary>
    private static bool IsIndentedByTabs(string yaml, RunbookReport report)
    {
        var lines = yaml.Split('\n');
        var line = Array.FindIndex(lines, text => text.AsSpan(0, text.Length - text.AsSpan().TrimStart().Length).Contains('\t'));
        if (line >= 0)
        {
            report.Error(line + 2, lines[line].IndexOf('\t', StringComparison.Ordinal) + 1, "not YAML: a tab indents this line; indent with blanks");
        }

        return line >= 0;
    }

    private static List<Field>? ReadFields(Parser parser, RunbookReport report)
    {
        var fields = new List<Field>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (!parser.TryConsume<Scalar>(out var key) || ReadValues(parser) is not { } values)
            {
                return Refuse(parser, report, OnlyFlat);
            }

            fields.Add(new Field(key.Value, LineOf(key.Start), ColumnOf(key.Start), values));
        }

        return fields;
    }

    private static List<Value>? ReadValues(Parser parser)
    {
        if (parser.TryConsume<Scalar>(out var single))
        {
            return [At(single)];
        }

        if (!parser.TryConsume<SequenceStart>(out _))
        {
            return null;
        }

        var values = new List<Value>();
        while (parser.TryConsume<Scalar>(out var item))
        {
            values.Add(At(item));
        }

        return parser.TryConsume<SequenceEnd>(out _) ? values : null;
    }

    private static Value At(Scalar scalar) => new(scalar.Value, LineOf(scalar.Start), ColumnOf(scalar.Start));

    private static List<Field>? Refuse(Parser parser, RunbookReport report, string message)
    {
        report.Error(LineOf(parser.Current!.Start), ColumnOf(parser.Current.Start), message);
        return null;
    }

    /// <summary>The fence above is a line too.</summary>
    private static int LineOf(Mark mark) => (int)mark.Line + 1;

    private static int ColumnOf(Mark mark) => (int)mark.Column;
}
