using Incidents.Domain.Configuration;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Incidents.Configuration.Yaml;

/// <summary>One value of a file and where it stands. Reading it as a type it does not have returns null and notes the problem.</summary>
/// <param name="name">What messages call it: `timeout`, `steps[1]`.</param>
/// <param name="path">The way to it from the root: `layers[0].rotation.length`.</param>
internal sealed class YamlValue(YamlNode node, string name, string file, ProblemList problems, Place? key = null, string path = "")
{
    /// <summary>The name of a file's root.</summary>
    public const string WholeFile = "this file";

    public string Name { get; } = name;

    /// <summary>The name as messages show it.</summary>
    public string Subject => Name == WholeFile ? Name : $"`{Name}`";

    public Place Place { get; } = new(file, Math.Max(1, (int)node.Start.Line), Math.Max(1, (int)node.Start.Column)) { Path = path };

    /// <summary>Where its key stands, or the value itself where it has none: the place to say that something is missing in it.</summary>
    public Place KeyPlace => key ?? Place;

    /// <summary>Written as `null` or `~`.</summary>
    public bool IsNull => Plain is "null" or "Null" or "NULL" or "~";

    /// <summary>Nothing at all is written after the key.</summary>
    public bool IsNothing => Plain is "";

    /// <summary>The text of a scalar as it stands; null for lists and mappings.</summary>
    public string? Scalar => (node as YamlScalarNode)?.Value;

    public bool IsObject => node is YamlMappingNode;

    public bool IsList => node is YamlSequenceNode;

    private string? Plain => node is YamlScalarNode { Style: ScalarStyle.Plain or ScalarStyle.Any } scalar ? scalar.Value : null;

    public void Error(string message) => problems.Error(Place, message);

    /// <summary>For what is wrong with a part of it.</summary>
    /// <param name="part">The way there from here: `layers[0].end`.</param>
    public void ErrorAt(string part, string message) => problems.Error(Place with { Path = path.Length == 0 ? part : $"{path}.{part}" }, message);

    /// <summary>For what is missing in it.</summary>
    public void ErrorAtKey(string message) => problems.Error(KeyPlace, message);

    /// <summary>For what is odd about it as a whole.</summary>
    public void WarnAtKey(string message) => problems.Warn(KeyPlace, message);

    public void Warn(string message) => problems.Warn(Place, message);

    /// <summary>Notes the problem and gives null, for readers that end there.</summary>
    public T? Refuse<T>(string message)
    {
        Error(message);
        return default;
    }

    /// <summary>Its keys and values; null when it is not a mapping.</summary>
    /// <param name="advice">What to write instead, a sentence.</param>
    public YamlObject? Object(string advice) => node is YamlMappingNode mapping
        ? new YamlObject(this, mapping, file, problems)
        : Refuse<YamlObject>($"{Subject} must be a set of `key: value` lines. {advice}");

    /// <summary>Its items; none when it is not a list.</summary>
    public IReadOnlyList<YamlValue> Items()
    {
        if (node is YamlSequenceNode sequence)
        {
            return [.. sequence.Children.Select((item, index) => new YamlValue(item, $"{Name}[{index}]", file, problems, path: $"{path}[{index}]"))];
        }

        Error($"{Subject} must be a list: [a, b], or one line with a dash for each.");
        return [];
    }

    /// <summary>Its items, or itself where a list of one is written without brackets.</summary>
    public IReadOnlyList<YamlValue> OneOrMore() => IsList ? Items() : [this];
}
