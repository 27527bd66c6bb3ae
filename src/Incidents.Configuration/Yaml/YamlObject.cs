using Incidents.Domain.Configuration;
using YamlDotNet.RepresentationModel;

namespace Incidents.Configuration.Yaml;

/// <summary>A mapping that remembers which keys were asked for, so that unknown keys can be refused.</summary>
internal sealed class YamlObject
{
    private readonly OrderedDictionary<string, YamlValue> values = [];
    private readonly HashSet<string> known = [];
    private readonly YamlValue self;
    private readonly ProblemList problems;

    public YamlObject(YamlValue self, YamlMappingNode mapping, string file, ProblemList problems)
    {
        this.self = self;
        this.problems = problems;
        foreach (var (key, value) in mapping.Children)
        {
            var place = new Place(file, (int)key.Start.Line, (int)key.Start.Column);
            if (key is YamlScalarNode { Value: { } name })
            {
                var path = PathOf(name);
                values.Add(name, new YamlValue(value, name, file, problems, place with { Path = path }, path));
            }
            else
            {
                problems.Error(place, "A key must be a word. Write `key: value`.");
            }
        }
    }

    /// <summary>Every key with its value, in the order written.</summary>
    public IEnumerable<KeyValuePair<string, YamlValue>> Entries => values;

    /// <summary>The value of a key; null when it is left out or written as null. A key with nothing after it is a problem.</summary>
    public YamlValue? Find(string key)
    {
        if (FindOrNothing(key) is not { IsNull: false } value)
        {
            return null;
        }

        return value.IsNothing
            ? value.Refuse<YamlValue>($"{value.Subject} has no value. Write one or remove the line; a text that begins with # needs quotation marks.")
            : value;
    }

    /// <summary>The value of a key, whatever it is; null when the key is left out.</summary>
    public YamlValue? FindOrNothing(string key)
    {
        known.Add(key);
        return values.GetValueOrDefault(key);
    }

    /// <summary>The value of a key that must be there.</summary>
    /// <param name="advice">What to write, a sentence.</param>
    public YamlValue? Require(string key, string advice)
    {
        if (FindOrNothing(key) is { IsNull: false })
        {
            return Find(key);
        }

        Missing(key, advice);
        return null;
    }

    public void Missing(string key, string advice) => problems.Error(self.KeyPlace with { Path = PathOf(key) }, $"`{key}` is missing in {self.Subject}. {advice}");

    /// <summary>Makes every key a problem that was not asked for. Call it last.</summary>
    public void RefuseOthers()
    {
        foreach (var (key, value) in values)
        {
            if (!known.Contains(key))
            {
                var hint = key.DidYouMean(known);
                problems.Error(value.KeyPlace, $"There is no key {key.Quoted()} in {self.Subject}.{(hint.Length > 0 ? hint : $" It can have {Wording.OneOf([.. known])}.")}");
            }
        }
    }

    private string PathOf(string key) => self.Place.Path is { Length: > 0 } path ? $"{path}.{key}" : key;
}
