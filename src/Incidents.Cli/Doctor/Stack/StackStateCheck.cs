using Incidents.Adapters.CommandLine.Inspection;

namespace Incidents.Cli.Doctor.Stack;

/// <summary>Whether the stack is there, whole and at rest.</summary>
internal static class StackStateCheck
{
    private static readonly string[] Outputs = ["AlarmTopicArn", "FallbackTopicArn", "ApiUrl", "SlackRequestUrl"];

    public static IReadOnlyList<Finding> Judge(string name, DeployedResources stack)
    {
        var missing = Outputs.Where(output => !stack.Outputs.ContainsKey(output)).ToList();
        return missing.Count == 0
            ? [Status(name, stack.Status)]
            : [Status(name, stack.Status), new Finding(Level.Error, $"the stack {name} has no output {string.Join(", ", missing)}: it is not one of this template", "name the stack that `sam deploy` made, or deploy this version")];
    }

    private static Finding Status(string name, string status) => status switch
    {
        "CREATE_COMPLETE" or "UPDATE_COMPLETE" or "IMPORT_COMPLETE" => new Finding(Level.Good, $"the stack {name} is {status}"),
        "UPDATE_ROLLBACK_COMPLETE" => new Finding(Level.Warning, $"the last deployment of {name} was taken back: what runs is the version before", $"aws cloudformation describe-stack-events --stack-name {name}"),
        _ when status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal) => new Finding(Level.Warning, $"the stack {name} is being changed: {status}", "ask again when that is done"),
        _ => new Finding(Level.Error, $"the stack {name} is {status}", $"aws cloudformation describe-stack-events --stack-name {name}"),
    };
}
