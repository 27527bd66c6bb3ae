using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Incidents.Functions.Tests.Template;

/// <summary>Computes CloudFormation's intrinsic functions. Every scalar becomes a text; one function it does not know is an error.</summary>
internal sealed partial class Intrinsics(Part template, IReadOnlyDictionary<string, string> given)
{
    private static readonly Dictionary<string, string?> Pseudo = new()
    {
        ["AWS::AccountId"] = Physical.Account,
        ["AWS::Region"] = Physical.Region,
        ["AWS::StackName"] = Physical.Stack,
        ["AWS::Partition"] = "aws",
        ["AWS::URLSuffix"] = "amazonaws.com",
        ["AWS::NoValue"] = null,
    };

    public bool Holds(string condition) => template.At("Conditions", condition).Node is { } node
        ? IsTrue(node)
        : throw new KeyNotFoundException($"The condition {condition} does not exist.");

    /// <returns>Null for what has no value.</returns>
    public JsonNode? Compute(YamlNode node) => Tag(node) switch
    {
        "" => Plain(node),
        "!Ref" => Ref(Text(node)),
        "!GetAtt" => Attribute(Text(node)),
        "!Sub" when node is YamlScalarNode => Substitute(Text(node), null),
        "!Sub" => Substitute(Text(Items(node)[0]), (YamlMappingNode)Items(node)[1]),
        "!If" => Compute(Items(node)[Holds(Text(Items(node)[0])) ? 1 : 2]),
        "!Join" => string.Join(Text(Items(node)[0]), Compute(Items(node)[1])!.AsArray().Select(item => (string?)item)),
        "!Split" => new JsonArray([.. ((string)Compute(Items(node)[1])!).Split(Text(Items(node)[0])).Select(part => (JsonNode)part)]),
        "!Select" => Compute(Items(node)[1])!.AsArray()[int.Parse(Text(Items(node)[0]), null)]!.DeepClone(),
        var unknown => throw new NotSupportedException($"{unknown} at {node.Start}: say here what it computes."),
    };

    private JsonNode? Plain(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(e => KeyValuePair.Create(Text(e.Key), Compute(e.Value))).Where(e => e.Value is not null)),
        YamlSequenceNode list => new JsonArray([.. list.Select(Compute).Where(item => item is not null)]),
        _ => Text(node),
    };

    private JsonNode? Ref(string name) =>
        Pseudo.TryGetValue(name, out var pseudo) ? pseudo
        : template["Parameters"][name].Exists ? Parameter(name)
        : Physical.MadeBySam(name, part => template.At("Resources", part, "Type").Text == "AWS::Serverless::Function") is { } made ? made
        : Physical.Ref(name, TypeOf(name));

    private string Parameter(string name) => given.TryGetValue(name, out var value) ? value : template.At("Parameters", name, "Default").Text;

    private string Attribute(string path) => path.Split('.', 2) is [var name, var attribute]
        ? Physical.Attribute(name, TypeOf(name), attribute)
        : throw new FormatException($"!GetAtt {path} names no attribute.");

    private string Substitute(string text, YamlMappingNode? own) => Placeholder().Replace(text, match =>
    {
        var name = match.Groups[1].Value;
        return own?.Children.TryGetValue(new YamlScalarNode(name), out var value) == true ? (string)Compute(value)!
            : name.Contains('.', StringComparison.Ordinal) ? Attribute(name)
            : (string?)Ref(name) ?? "";
    });

    private string TypeOf(string name) => template.At("Resources", name, "Type").Text is { Length: > 0 } type
        ? type
        : throw new KeyNotFoundException($"{name} is neither a parameter nor a resource.");

    private bool IsTrue(YamlNode node) => Tag(node) switch
    {
        "!Equals" => (string?)Compute(Items(node)[0]) == (string?)Compute(Items(node)[1]),
        "!Not" => !IsTrue(Items(node)[0]),
        "!And" => Items(node).All(IsTrue),
        "!Or" => Items(node).Any(IsTrue),
        "!Condition" => Holds(Text(node)),
        _ => (node as YamlMappingNode)?.Children.TryGetValue(new YamlScalarNode("Condition"), out var name) == true
            ? Holds(Text(name))
            : throw new NotSupportedException($"No condition at {node.Start}."),
    };

    private static string Tag(YamlNode node) => node.Tag.IsEmpty || !node.Tag.IsLocal ? "" : node.Tag.Value;

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value ?? "";

    private static IList<YamlNode> Items(YamlNode node) => ((YamlSequenceNode)node).Children;

    [GeneratedRegex(@"\$\{([^!}]+)\}")]
    private static partial Regex Placeholder();
}
