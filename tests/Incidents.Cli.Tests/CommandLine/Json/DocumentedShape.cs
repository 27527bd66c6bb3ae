using System.Text.Json;
using System.Text.RegularExpressions;
using Incidents.Cli.Tests.Documents;

namespace Incidents.Cli.Tests.CommandLine.Json;

/// <summary>
/// A shape as docs/cli.md writes it: `{number, items: [{from, to?}], …}`. What has no braces may be anything, a field with ? may be missing, and with … there may be more.
/// </summary>
internal sealed partial class DocumentedShape
{
    private readonly Dictionary<string, (DocumentedShape? Value, bool IsOptional)> fields = [];
    private bool isList;
    private bool hasMore;

    /// <summary>One or more, by the words that name the command.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<DocumentedShape>> ByCommand { get; } = Document.Read("docs/cli.md").Split("## JSON\n")[1].Split("\n## ")[0].Split('\n')
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Trim('|', ' ').Split(" | "))
        .SelectMany(cells => Quoted().Matches(cells[0]).Select(command => (Command: command.Groups[1].Value, Shapes: cells[1])))
        .ToDictionary(row => row.Command, row => (IReadOnlyList<DocumentedShape>)[.. Quoted().Matches(row.Shapes).Select(shape => Read(shape.Groups[1].Value))]);

    /// <summary>Where a document is not of this shape; empty when it is.</summary>
    public IEnumerable<string> Faults(JsonElement value, string at = "$")
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        if (value.ValueKind != (isList ? JsonValueKind.Array : JsonValueKind.Object))
        {
            return [$"{at} is {value.ValueKind}"];
        }

        if (isList)
        {
            return value.EnumerateArray().SelectMany(item => fields[""].Value?.Faults(item, $"{at}[]") ?? []).Distinct();
        }

        var given = value.EnumerateObject().ToDictionary(field => field.Name, field => field.Value);
        return
        [
            .. fields.Where(field => !field.Value.IsOptional && !given.ContainsKey(field.Key)).Select(field => $"{at}.{field.Key} is missing"),
            .. given.Keys.Where(name => !hasMore && !fields.ContainsKey(name)).Select(name => $"{at}.{name} is not documented"),
            .. given.Where(field => fields.ContainsKey(field.Key)).SelectMany(field => fields[field.Key].Value?.Faults(field.Value, $"{at}.{field.Key}") ?? []),
        ];
    }

    private static DocumentedShape Read(string text)
    {
        var tokens = new Queue<string>(Token().Matches(text).Select(token => token.Value));
        return Value(tokens) ?? throw new FormatException($"{text} in docs/cli.md is no shape");
    }

    private static DocumentedShape? Value(Queue<string> tokens)
    {
        switch (tokens.Dequeue())
        {
            case "{":
                var shape = new DocumentedShape();
                while (tokens.Dequeue() is var name && name != "}")
                {
                    if (name == "…")
                    {
                        shape.hasMore = true;
                        continue;
                    }

                    DocumentedShape? value = null;
                    if (tokens.Peek() == ":")
                    {
                        tokens.Dequeue();
                        value = Value(tokens);
                    }

                    shape.fields.Add(name.TrimEnd('?'), (value, name.EndsWith('?')));
                }

                return shape;
            case "[":
                var list = new DocumentedShape { isList = true };
                list.fields.Add("", (Value(tokens), false));
                tokens.Dequeue();
                return list;
            default:
                return null;
        }
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[{}\[\]:…]|\w+\??")]
    private static partial Regex Token();
}
