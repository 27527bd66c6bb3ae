using Incidents.Configuration.Yaml;
using Incidents.Domain;

namespace Incidents.Configuration.Sections;

/// <summary>Marks on a service or on its alarms: `tags: { tier: frontend }`.</summary>
internal static class TagsForm
{
    public static IReadOnlyList<ServiceTag> Read(YamlValue value) =>
    [
        .. (value.Object("Write { tier: frontend }.")?.Entries ?? []).Select(entry => Read(entry.Key, entry.Value)).OfType<ServiceTag>(),
    ];

    private static ServiceTag? Read(string key, YamlValue value) =>
        value.Text() is not { } text ? null
        : ServiceTag.TryParse($"{key}={text}", out var tag) && tag.Value.Key == key ? tag
        : value.Refuse<ServiceTag?>($"The tag {key.Quoted()} cannot be. Use a key without = and without spaces around it.");
}
