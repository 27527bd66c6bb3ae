namespace Incidents.Configuration.Yaml;

/// <summary>What to do about text that is no YAML, for the mistakes people make most.</summary>
internal static class SyntaxAdvice
{
    private static readonly (string Symptom, string Advice)[] Known =
    [
        ("Duplicate key", "This key is here twice. Keep one of the two."),
        ("cannot start any token", "A text cannot begin with this character. Put the text in quotation marks."),
        ("found invalid mapping", "This cannot be read as `key: value`. Check the indentation, and put a text that holds a colon in quotation marks."),
        ("while scanning a quoted scalar", "A quotation mark that is opened here is never closed."),
        ("expected <document end>", "This line is indented unlike the lines before it. Align it with them."),
        ("block collection", "A list and keys stand at the same level here. Indent one of them."),
        ("event is of an unsupported type", "There is a colon here without a key before it. Write the key, or put a text that begins with a colon in quotation marks."),
        ("incompatible YAML document", "This YAML version is not read. Remove the line that begins with %YAML."),
    ];

    /// <summary>Line, column and message for a parser's exception at the given position.</summary>
    public static (int Line, int Column, string Message) Explain(Exception exception, string text, int line, int column)
    {
        if (exception is RefusedYamlException)
        {
            return (line, column, exception.Message);
        }

        // The parser gives the beginning of the block, not the line with the tab.
        var lines = exception.Message.Contains("tab", StringComparison.Ordinal) ? int.MaxValue : 2;
        if (LineIndentedWithTab(text, line, lines) is { } tab)
        {
            return (tab.Line, tab.Column, "This line is indented with a tab. Use spaces.");
        }

        var advice = Known.FirstOrDefault(known => exception.Message.Contains(known.Symptom, StringComparison.OrdinalIgnoreCase)).Advice;
        return (Math.Max(1, line), Math.Max(1, column), advice ?? "This is no YAML from here on. Look for a bracket that is not closed, or an indentation that is off.");
    }

    private static (int Line, int Column)? LineIndentedWithTab(string text, int from, int count)
    {
        var lines = text.Split('\n');
        for (var i = Math.Max(0, from - 1); i < lines.Length && i - from < count; i++)
        {
            var tab = lines[i].IndexOf('\t', StringComparison.Ordinal);
            if (tab >= 0 && string.IsNullOrWhiteSpace(lines[i][..tab]))
            {
                return (i + 1, tab + 1);
            }
        }

        return null;
    }
}
