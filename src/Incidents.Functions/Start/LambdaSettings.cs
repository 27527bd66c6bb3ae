using System.Collections.Frozen;
using Incidents.Adapters.Slack.Parameters;
using Incidents.Application.Alarms;
using Incidents.Application.Deployments;

namespace Incidents.Functions.Start;

/// <summary>What the stack tells its functions, all of them the same. `template.yaml` sets it; no secret is among it.</summary>
/// <remarks>
/// A version keeps it for as long as it runs, so what a parameter of the stack may change is not here but in <see cref="StackSettings"/>.
/// </remarks>
/// <param name="Stack">Name of the stack; every button carries it.</param>
/// <param name="Region">Where the stack is.</param>
/// <param name="Table">Name of the table.</param>
/// <param name="Sources">Where alarms may come from.</param>
/// <param name="Slack">Under which names secrets and settings are kept.</param>
/// <param name="Handler">Which of the functions this process is.</param>
/// <param name="AlarmTopic">ARN of the stack's own alarm topic.</param>
/// <param name="FallbackTopic">ARN of the topic that is told when nothing else can be.</param>
/// <param name="RetryQueue">URL of the queue that <see cref="RetryAlarmFunction"/> reads.</param>
internal sealed record LambdaSettings(
    string Stack, string Region, string Table, AlarmAllowList Sources, SlackParameters Slack, string Handler, string AlarmTopic, string FallbackTopic, string RetryQueue)
{
    /// <summary>What the function is to prove before others are switched to it; null for every function but that one.</summary>
    public NewVersions? NewVersions { get; init; }

    private const StringSplitOptions Tidy = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    /// <summary>Reads the environment.</summary>
    /// <param name="variable">Gives the value of an environment variable.</param>
    /// <exception cref="InvalidOperationException">One that is needed is missing; the message names it.</exception>
    public static LambdaSettings Read(Func<string, string?> variable)
    {
        return new LambdaSettings(
            Needed("INCIDENTS_STACK"),
            Needed("AWS_REGION"),
            Needed("INCIDENTS_TABLE"),
            new AlarmAllowList(FrozenSet<string>.Empty, FrozenSet<string>.Empty, List("INCIDENTS_ALARM_TOPIC_ARN", Needed).ToFrozenSet())
            {
                Synthetic = new SyntheticAlarm(Needed("INCIDENTS_SYNTHETIC_ALARM_ARN")),
            },
            new SlackParameters(Needed("INCIDENTS_STACK")),
            Needed("ANNOTATIONS_HANDLER"),
            List("INCIDENTS_ALARM_TOPIC_ARN", Needed)[0],
            Needed("INCIDENTS_FALLBACK_TOPIC_ARN"),
            Needed("INCIDENTS_RETRY_QUEUE_URL"))
        {
            NewVersions = Needed("ANNOTATIONS_HANDLER") == nameof(ProveNewVersionFunction.ProveNewVersion) ? Versions() : null,
        };

        NewVersions Versions() => new(Needed("INCIDENTS_NEW_RECEIVE_ALARM"), Needed("INCIDENTS_NEW_RETRY_ALARM"), Needed("INCIDENTS_NEW_TICK"))
        {
            AreTried = Needed("INCIDENTS_PROVE_NEW_VERSIONS") == "on",
        };

        string? Optional(string name) => variable(name)?.Trim() is { Length: > 0 } value ? value : null;

        string Needed(string name) => Optional(name) ?? throw new InvalidOperationException(
            $"The environment variable {name} is not set. The stack's template sets it: deploy the template.yaml of this version.");

        static string[] List(string name, Func<string, string> read) => read(name).Split(',', Tidy);
    }
}
