using YamlDotNet.RepresentationModel;

namespace Incidents.Cli.Cost;

/// <summary>Which conditions of a template hold when every parameter has its default.</summary>
/// <remarks>Knows what this template uses: `!Equals [!Ref PARAMETER, text]` and `!Not` of it. Any other counts as holding: rather too dear than too cheap.</remarks>
internal sealed class DefaultConditions(YamlNode? template)
{
    /// <param name="name">Of a condition; null for a resource that has none.</param>
    public bool Hold(string? name) => name is null || Holds(Yaml.Child(Yaml.Child(template, "Conditions"), name));

    private bool Holds(YamlNode? condition) => condition switch
    {
        YamlSequenceNode { Tag: { IsEmpty: false, Value: "!Not" }, Children: [var inner] } => !Holds(inner),
        YamlSequenceNode { Tag: { IsEmpty: false, Value: "!Equals" }, Children: [YamlScalarNode { Tag: { IsEmpty: false, Value: "!Ref" }, Value: { } parameter }, YamlScalarNode { Value: var wanted }] } =>
            Yaml.Text(Yaml.Child(Yaml.Child(template, "Parameters"), parameter), "Default") == wanted,
        _ => true,
    };
}
