using System.Text.Json;
using Incidents.Configuration.Yaml;
using Incidents.Domain.Configuration;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Incidents.Application.Schedules.Preview;

/// <summary>
/// JSON as the tree that the forms of the configuration read, so that a schedule has one form and not two. JSON is the stricter: a
/// number is a number, a key stands once, and null stands for what may be left out.
/// </summary>
internal static class JsonTree
{
    /// <summary>Keys with a whole number; everything else that is no list and no object is text.</summary>
    private static readonly HashSet<string> Numbers = ["priority", "length", "handoff_monthday", "start_index", "on_call_count"];

    /// <summary>Keys that may be null and then say no more than their absence.</summary>
    private static readonly HashSet<string> Optional =
    [
        "id", "name", "time_zone", "priority", "end", "layers", "overrides", "on_call_count", "restrictions", "changes", "length", "handoff_time",
        "handoff_weekday", "handoff_monthday", "days", "anchor", "start_index", "layer", "replaces", "start_day", "end_day",
    ];

    /// <summary>The tree; null when the JSON is none a form could read, which is then among the problems.</summary>
    public static YamlNode? Read(JsonElement value, ProblemList problems) => Read(value, "", "", problems);

    private static YamlNode? Read(JsonElement value, string key, string path, ProblemList problems) => value.ValueKind switch
    {
        JsonValueKind.Object => ReadObject(value, path, problems),
        JsonValueKind.Array => ReadList(value, path, problems),
        JsonValueKind.String when !Numbers.Contains(key) && Text(value) is { } text => new YamlScalarNode(text) { Style = ScalarStyle.DoubleQuoted },
        JsonValueKind.Number when Numbers.Contains(key) => new YamlScalarNode(value.GetRawText()) { Style = ScalarStyle.Plain },
        JsonValueKind.Null => new YamlScalarNode("null") { Style = ScalarStyle.Plain },
        _ => Refuse(path, Numbers.Contains(key) ? $"`{key}` must be a number." : $"`{path}` must be a text.", problems),
    };

    private static YamlMappingNode? ReadObject(JsonElement value, string path, ProblemList problems)
    {
        var mapping = new YamlMappingNode();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            var at = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (!seen.Add(member.Name))
            {
                Refuse(at, $"`{member.Name}` is given twice.", problems);
                return null;
            }

            if (member.Value.ValueKind == JsonValueKind.Null && Optional.Contains(member.Name))
            {
                continue;
            }

            if (Read(member.Value, member.Name, at, problems) is not { } node)
            {
                return null;
            }

            mapping.Add(new YamlScalarNode(member.Name), node);
        }

        return mapping;
    }

    private static YamlSequenceNode? ReadList(JsonElement value, string path, ProblemList problems)
    {
        var list = new YamlSequenceNode();
        foreach (var (index, item) in value.EnumerateArray().Index())
        {
            if (Read(item, "", $"{path}[{index}]", problems) is not { } node)
            {
                return null;
            }

            list.Add(node);
        }

        return list;
    }

    /// <summary>Null for an escaped half of a surrogate pair, which is no text.</summary>
    private static string? Text(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static YamlNode? Refuse(string path, string message, ProblemList problems)
    {
        problems.Error(Place.StartOf("") with { Path = path }, message);
        return null;
    }
}
