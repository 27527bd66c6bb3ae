using Incidents.Adapters.CommandLine.Inspection;
using Incidents.Domain.Configuration;

namespace Incidents.Cli.Doctor.Stack;

/// <summary>What every check of a deployed stack is given.</summary>
/// <param name="Configuration">What is to be deployed with it; null when it has mistakes.</param>
internal sealed record StackCheckContext(string Name, AwsAccount Account, DeployedResources Stack, OnCallConfiguration? Configuration, TimeProvider Clock)
{
    /// <summary>A parameter of the stack; empty when it has none of that name.</summary>
    public string Parameter(string name) => Stack.Parameters.GetValueOrDefault(name, "");

    /// <summary>What a resource of the template is called in the account; null when the stack does not have it.</summary>
    public string? Resource(string logicalId) => Stack.Resources.GetValueOrDefault(logicalId);

    /// <summary>The command that sets parameters and leaves the others as they are.</summary>
    public string Deploy(string overrides) => $"sam deploy --stack-name {Name} --parameter-overrides {overrides}";
}
