using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Incidents.Functions.Tests.Template;

/// <summary>A place in the template. What is not there is a part too, without text, entries and items.</summary>
internal sealed class Part(YamlNode? node)
{
    /// <summary>The node itself, for who computes what is written.</summary>
    public YamlNode? Node => node;

    public bool Exists => node is not null;

    /// <summary>A scalar as it is written, with its tag: `!Ref AlarmTopic`; empty for anything else.</summary>
    public string Text => node is YamlScalarNode { Value: { } value } ? Tag.Length == 0 ? value : $"{Tag} {value}" : "";

    public int Number => int.Parse(Text, CultureInfo.InvariantCulture);

    public IReadOnlyDictionary<string, Part> Entries => node is YamlMappingNode mapping
        ? mapping.ToDictionary(entry => ((YamlScalarNode)entry.Key).Value!, entry => new Part(entry.Value))
        : new Dictionary<string, Part>();

    /// <summary>The items of a list; a single value counts as a list of one, as in policies.</summary>
    public IEnumerable<Part> Items => node switch
    {
        null => [],
        YamlSequenceNode { Tag.IsEmpty: true } sequence => sequence.Select(item => new Part(item)),
        _ => [this],
    };

    /// <summary>This and everything below it.</summary>
    public IEnumerable<Part> All => node is null ? [] : node.AllNodes.Select(below => new Part(below));

    public Part this[string key] => Entries.TryGetValue(key, out var part) ? part : new Part(null);

    /// <summary>Follows a path of keys.</summary>
    public Part At(params ReadOnlySpan<string> path)
    {
        var part = this;
        foreach (var key in path)
        {
            part = part[key];
        }

        return part;
    }

    /// <summary>Both branches of every `!If` in a list, for what must hold whichever is taken.</summary>
    public IEnumerable<Part> ItemsOfBothBranches => Items.SelectMany(item => item.Branches);

    /// <summary>An `!If` on this condition.</summary>
    public bool IsIf(string condition) => Tag == "!If" && node is YamlSequenceNode branches && new Part(branches[0]).Text == condition;

    private IEnumerable<Part> Branches => Tag == "!If" && node is YamlSequenceNode branches
        ? branches.Skip(1).Select(branch => new Part(branch)).Where(branch => branch.Text != "!Ref AWS::NoValue")
        : [this];

    private string Tag => node is null || node.Tag.IsEmpty || !node.Tag.IsLocal ? "" : node.Tag.Value;
}
