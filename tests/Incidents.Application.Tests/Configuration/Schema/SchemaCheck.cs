using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Incidents.Application.Tests.Configuration.Schema;

/// <summary>As much of JSON Schema, draft 7, as the published schema is written in; a word it does not know is an error of the schema.</summary>
internal sealed class SchemaCheck(JsonObject root)
{
    private static readonly HashSet<string> Remarks = ["$schema", "title", "description", "default", "examples", "definitions"];

    /// <summary>What is wrong, each with its path; empty when all is right.</summary>
    public IReadOnlyList<string> Problems(JsonNode? value) => [.. Check(root, value, "$")];

    private IEnumerable<string> Check(JsonObject schema, JsonNode? value, string path) => schema.SelectMany(rule => rule.Key switch
    {
        "$ref" => Check((JsonObject)root["definitions"]![rule.Value!.GetValue<string>().Split('/')[^1]]!, value, path),
        "type" => Says(Types(rule.Value!).Contains(TypeOf(value)) || (TypeOf(value) == "integer" && Types(rule.Value!).Contains("number")), $"{path} is {TypeOf(value)}"),
        "enum" => Says(rule.Value!.AsArray().Any(one => JsonNode.DeepEquals(one, value)), $"{path} is none of {rule.Value}"),
        "pattern" => Says(TypeOf(value) != "string" || Fits(rule.Value!, value!.GetValue<string>()), $"{path} does not look like {rule.Value}"),
        "minimum" => Says(TypeOf(value) != "integer" || value!.GetValue<long>() >= rule.Value!.GetValue<int>(), $"{path} is too small"),
        "maximum" => Says(TypeOf(value) != "integer" || value!.GetValue<long>() <= rule.Value!.GetValue<int>(), $"{path} is too large"),
        "minItems" => Says(value is not JsonArray { Count: var few } || few >= rule.Value!.GetValue<int>(), $"{path} has too few items"),
        "items" => value is JsonArray items ? items.SelectMany((item, index) => Check((JsonObject)rule.Value!, item, $"{path}[{index}]")) : [],
        "required" => value is JsonObject entry ? rule.Value!.AsArray().Select(key => key!.GetValue<string>()).Where(key => !entry.ContainsKey(key)).Select(key => $"{path} lacks {key}") : [],
        "properties" => value is JsonObject known ? known.Where(one => rule.Value![one.Key] is not null).SelectMany(one => Check((JsonObject)rule.Value![one.Key]!, one.Value, $"{path}.{one.Key}")) : [],
        "propertyNames" => value is JsonObject named ? named.Where(one => !Fits(rule.Value!["pattern"]!, one.Key)).Select(one => $"{path} cannot have {one.Key}") : [],
        "additionalProperties" => value is JsonObject other ? Others(other, schema, rule.Value!, path) : [],
        "anyOf" => Alternatives(rule.Value!, value, path) is var ways && ways.Any(way => way.Length == 0) ? [] : [$"{path} is none of: {string.Join(" | ", ways.Select(way => way[0]))}"],
        "oneOf" => Says(Alternatives(rule.Value!, value, path).Count(way => way.Length == 0) == 1, $"{path} is not exactly one of {rule.Value}"),
        _ when Remarks.Contains(rule.Key) => [],
        _ => throw new ArgumentException($"this check does not know {rule.Key}"),
    });

    private IEnumerable<string> Others(JsonObject value, JsonObject schema, JsonNode rule, string path)
    {
        var others = value.Where(one => schema["properties"]?[one.Key] is null);
        return rule is JsonObject form
            ? others.SelectMany(one => Check(form, one.Value, $"{path}.{one.Key}"))
            : others.Select(one => $"{path} has no {one.Key}");
    }

    private List<string[]> Alternatives(JsonNode rules, JsonNode? value, string path) =>
        [.. rules.AsArray().Select(one => Check((JsonObject)one!, value, path).ToArray())];

    private static bool Fits(JsonNode pattern, string text) =>
        Regex.IsMatch(text, pattern.GetValue<string>(), RegexOptions.ECMAScript, TimeSpan.FromSeconds(1));

    private static IEnumerable<string> Says(bool isRight, string problem) => isRight ? [] : [problem];

    private static string[] Types(JsonNode rule) => rule is JsonArray several ? [.. several.Select(one => one!.GetValue<string>())] : [rule.GetValue<string>()];

    private static string TypeOf(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => "object",
        JsonArray => "array",
        JsonValue one when one.TryGetValue<bool>(out _) => "boolean",
        JsonValue one when one.TryGetValue<long>(out _) => "integer",
        JsonValue one when one.TryGetValue<double>(out _) => "number",
        _ => "string",
    };
}
