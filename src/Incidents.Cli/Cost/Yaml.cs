using YamlDotNet.RepresentationModel;

namespace Incidents.Cli.Cost;

/// <summary>Reads parts of a YAML tree; what is not there is null or empty.</summary>
internal static class Yaml
{
    public static YamlNode? Child(YamlNode? node, string key) => node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    public static string? Text(YamlNode? node, string key) => (Child(node, key) as YamlScalarNode)?.Value;

    public static IEnumerable<KeyValuePair<string, YamlNode>> Entries(YamlNode? node) => node is YamlMappingNode map
        ? map.Children.Where(entry => entry.Key is YamlScalarNode { Value: not null }).Select(entry => KeyValuePair.Create(((YamlScalarNode)entry.Key).Value!, entry.Value))
        : [];
}
