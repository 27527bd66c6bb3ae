using System.Collections.Frozen;

namespace Incidents.Cli.Up;

/// <summary>The topics of AWS that deliver to one machine, by its environment.</summary>
/// <param name="Alarms">ARNs of those that bring alarms.</param>
/// <param name="Replies">ARN of the one that brings replies to texts; empty where none does.</param>
internal sealed record LocalTopics(IReadOnlyList<string> Alarms, string Replies)
{
    public const string RepliesVariable = "INCIDENTS_TEXT_REPLY_TOPIC_ARN";

    /// <summary>What `POST /sns` takes; an alarm of this machine's own making included.</summary>
    public IReadOnlySet<string> All => Alarms.Append(LocalTopic.Arn).Append(Replies).Where(arn => arn.Length > 0).ToFrozenSet();

    /// <param name="variable">Gives the value of an environment variable.</param>
    public static LocalTopics Of(Func<string, string?> variable) => new(
        variable("INCIDENTS_TOPIC_ARNS")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
        variable(RepliesVariable)?.Trim() ?? "");
}
