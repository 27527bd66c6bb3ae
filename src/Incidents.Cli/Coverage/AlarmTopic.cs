namespace Incidents.Cli.Coverage;

/// <summary>Which SNS topics lead to the incident manager.</summary>
/// <param name="Arns">Empty means every topic that CloudFormation named after the stack's AlarmTopic.</param>
internal sealed record AlarmTopic(IReadOnlyList<string> Arns)
{
    private const string LogicalId = "-AlarmTopic-";

    /// <summary>What stands in lines to add while the topic is not known.</summary>
    public string ToAdd => Arns is [var only, ..] ? only : "<output AlarmTopicArn of the stack>";

    public string InWords => Arns.Count == 0 ? $"any topic with {LogicalId} in its name (--topic names another)" : string.Join(", ", Arns);

    public bool IsAmong(IReadOnlyList<string> actions) => actions.Any(action => Arns.Count == 0 ? IsOfAStack(action) : Arns.Contains(action));

    /// <summary>Whether the text is the ARN of a topic.</summary>
    public static bool IsTopic(string text) =>
        text.Split(':') is ["arn", _, "sns", { Length: > 0 }, { Length: 12 } account, { Length: > 0 } name] && account.All(char.IsAsciiDigit) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static bool IsOfAStack(string action) => IsTopic(action) && action[action.LastIndexOf(':')..].Contains(LogicalId, StringComparison.Ordinal);
}
