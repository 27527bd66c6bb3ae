using Incidents.Domain;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Incidents.Configuration.Authoring.Forgetting;

/// <summary>What a file says of a person under `people:`.</summary>
/// <param name="Texts">What tells who it is, by the key directly under the person.</param>
/// <param name="Secrets">Names of secrets of theirs: of push addresses and webhooks.</param>
/// <param name="From">Where the value begins in the text.</param>
/// <param name="To">Where what was written in it ends.</param>
internal sealed record PersonEntry(IReadOnlyList<(string Key, string Text)> Texts, IReadOnlyList<string> Secrets, int From, int To)
{
    /// <summary>Keys whose values many people share: they are removed with the entry, but elsewhere such a value does not identify the person.</summary>
    private static readonly HashSet<string> Shared = ["notify", "quiet_hours", "time_zone", "time_off", "country", "active", "type"];

    private static readonly HashSet<string> OfSecrets = ["push", "webhook"];

    /// <summary>Null when the text has no such person, or is no YAML: its words are looked for all the same.</summary>
    /// <param name="text">With plain line ends.</param>
    public static PersonEntry? Find(string text, PersonId person)
    {
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            var people = yaml.Documents.Select(document => document.RootNode).OfType<YamlMappingNode>()
                .SelectMany(root => root.Children).Where(section => IsKey(section.Key, "people")).Select(section => section.Value).OfType<YamlMappingNode>();
            return people.SelectMany(section => section.Children).FirstOrDefault(entry => IsKey(entry.Key, person.Value)) is { Value: { } value }
                ? new PersonEntry([.. TextsOf(value, "")], [.. SecretsOf(value)], (int)value.Start.Index, End(text, value.Start.Index))
                : null;
        }
        catch (YamlException)
        {
            return null;
        }
    }

    private static bool IsKey(YamlNode key, string name) => key is YamlScalarNode { Value: { } text } && text == name;

    private static IEnumerable<(string Key, string Text)> TextsOf(YamlNode node, string key) => node switch
    {
        YamlMappingNode mapping => mapping.Children
            .Select(child => (Name: (child.Key as YamlScalarNode)?.Value ?? "", child.Value))
            .Where(child => !Shared.Contains(child.Name))
            .SelectMany(child => TextsOf(child.Value, key.Length == 0 ? child.Name : key)),
        YamlSequenceNode list => list.SelectMany(item => TextsOf(item, key)),
        YamlScalarNode { Value: { Length: > 0 } text } when key.Length > 0 => [(key, text)],
        _ => [],
    };

    private static IEnumerable<string> SecretsOf(YamlNode value) => TextsOf(value, "").Where(text => OfSecrets.Contains(text.Key)).Select(text => text.Text).Distinct();

    /// <summary>A block ends, for the parser, where the next one begins: what counts is the last that is written in it.</summary>
    private static int End(string text, long start)
    {
        var parser = new Parser(new StringReader(text));
        var (styles, last) = (new Stack<bool>(), (int)start);
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case var before when styles.Count == 0 && before!.Start.Index < start:
                    break;
                case MappingStart mapping:
                    styles.Push(mapping.Style == MappingStyle.Flow);
                    break;
                case SequenceStart list:
                    styles.Push(list.Style == SequenceStyle.Flow);
                    break;
                case MappingEnd or SequenceEnd when styles.TryPop(out var isFlow):
                    last = isFlow ? Past(text, (int)parser.Current!.End.Index) : last;
                    break;
                case Scalar scalar:
                    last = (int)scalar.End.Index;
                    break;
            }

            if (styles.Count == 0 && last > start)
            {
                return last;
            }
        }

        return last;
    }

    /// <summary>The parser puts the end of a collection in brackets before the bracket.</summary>
    private static int Past(string text, int end) => end < text.Length && text[end] is ']' or '}' ? end + 1 : end;
}
