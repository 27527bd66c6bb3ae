using Mono.Cecil;

namespace Incidents.Architecture.Tests;

/// <summary>What is passed by the name of a person, service, schedule, team or policy is its id type: text becomes an id where it comes in, in a route, a file or an export.</summary>
public class IdTests
{
    private static readonly string[] Nouns = ["person", "service", "schedule", "team", "policy"];

    /// <summary>Names that people read, and ids of Slack.</summary>
    private static readonly string[] Exceptions =
    [
        "Incidents.Application.Paging.Channels.PageFacts.Person: the name people read",
        "Incidents.Application.Paging.Channels.PageFacts.Service: the name people read",
        "Incidents.Application.Postmortems.PostmortemInput.Service: the name people read",
        "Incidents.Application.Slack.Inbound.InstalledSlackApp.TeamId: a workspace of Slack",
        "Incidents.Application.Slack.Inbound.SlackSender.TeamId: a workspace of Slack",
        "Incidents.Application.Slack.WebhookUrl.TeamId: a workspace of Slack",
        "Incidents.Domain.Configuration.SlackSettings.TeamId: a workspace of Slack",
    ];

    [Theory]
    [InlineData("Incidents.Domain")]
    [InlineData("Incidents.Application")]
    public void ParameterOrProperty_NamedForAnId_IsOfTheIdsType(string project)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, $"{project}.dll"));
        var bare = assembly.MainModule.GetTypes()
            .Where(type => !type.IsNestedPrivate && !type.Name.Contains('<', StringComparison.Ordinal))
            .SelectMany(type => Bare(type))
            .Distinct()
            .Except(Exceptions.Select(line => line.Split(':')[0]))
            .Order(StringComparer.Ordinal);

        Assert.Empty(bare);
    }

    private static IEnumerable<string> Bare(TypeDefinition type) =>
        type.Properties.Where(property => IsText(property.PropertyType) && IsId(property.Name)).Select(property => $"{type.FullName.Replace('/', '.')}.{property.Name}")
            .Concat(type.Methods.Where(method => !method.IsPrivate && !method.IsConstructor && !method.IsSetter && !method.Name.Contains('<', StringComparison.Ordinal) && method.Name != "Deconstruct")
                .SelectMany(method => method.Parameters
                    .Where(parameter => IsText(parameter.ParameterType) && IsId(parameter.Name))
                    .Select(parameter => $"{type.FullName.Replace('/', '.')}.{method.Name}({parameter.Name})")));

    private static bool IsText(TypeReference type) => type.MetadataType == MetadataType.String;

    private static bool IsId(string name) => Nouns.Any(noun => name.Equals(noun, StringComparison.OrdinalIgnoreCase) || name.Equals($"{noun}Id", StringComparison.OrdinalIgnoreCase));
}
