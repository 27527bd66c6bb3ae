using System.Text.Json.Nodes;
using Incidents.Configuration.Authoring.Schema;

namespace Incidents.Application.Tests.Configuration.Schema;

/// <summary>The schema as editors read it.</summary>
internal static class PublishedSchema
{
    public static JsonObject Root { get; } = (JsonObject)JsonNode.Parse(ConfigurationSchema.Text)!;

    private static readonly SchemaCheck Check = new(Root);

    /// <summary>What an editor underlines in a file.</summary>
    public static IReadOnlyList<string> Problems(string yaml) => YamlAsJson.Read(yaml) is { } file ? Check.Problems(file) : [];
}
