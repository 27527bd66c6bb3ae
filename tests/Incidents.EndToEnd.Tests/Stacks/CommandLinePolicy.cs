using System.Text.Json.Nodes;

namespace Incidents.EndToEnd.Tests.Stacks;

/// <summary>The IAM policy that `docs/operate.md` gives for the command line.</summary>
internal static class CommandLinePolicy
{
    private static readonly JsonArray Statements = Read();

    public static IEnumerable<string> Resources => Statements.SelectMany(statement => Texts(statement!["Resource"]!));

    /// <summary>What it allows of one service, in order.</summary>
    public static IEnumerable<string> Actions(string service) =>
        Statements.SelectMany(statement => Texts(statement!["Action"]!)).Where(action => action.StartsWith($"{service}:", StringComparison.Ordinal)).Order();

    private static IEnumerable<string> Texts(JsonNode oneOrMore) => oneOrMore is JsonArray several ? several.Select(text => (string)text!) : [(string)oneOrMore!];

    private static JsonArray Read()
    {
        var section = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operate.md")).Split("## From the command line")[1].Split("```json")[1].Split("```")[0];
        return JsonNode.Parse(section)!["Statement"]!.AsArray();
    }
}
