using Incidents.Adapters.CommandLine.Inspection;

namespace Incidents.Cli.Doctor.Stack;

/// <summary>Whether the two topics have confirmed subscribers.</summary>
internal static class Subscriptions
{
    public static async Task<IReadOnlyList<Finding>> Look(StackVisit visit, CancellationToken cancellation)
    {
        var reader = new TopicReader(visit.Account);
        var findings = new List<Finding>();
        if (visit.Resource("AlarmTopic") is { } alarms)
        {
            findings.AddRange(Alarms(visit, alarms, await reader.Subscriptions(alarms, cancellation)));
        }

        if (visit.Resource("FallbackTopic") is { } fallback)
        {
            findings.AddRange(Fallback(visit, fallback, await reader.Subscriptions(fallback, cancellation)));
        }

        return findings;
    }

    private static IEnumerable<Finding> Alarms(StackVisit visit, string arn, IReadOnlyList<TopicSubscription> subscribed) =>
    [
        subscribed.Any(subscription => subscription is { Protocol: "lambda", IsConfirmed: true })
            ? new Finding(Level.Good, "alarms on AlarmTopic reach ReceiveAlarm")
            : new Finding(Level.Error, "no function is subscribed to AlarmTopic: alarms go nowhere", $"aws sns subscribe --topic-arn {arn} --protocol lambda --notification-endpoint {visit.Resource("ReceiveAlarmAliaslive") ?? "ARN"}"),
        .. Unconfirmed("AlarmTopic", arn, subscribed),
    ];

    private static IEnumerable<Finding> Fallback(StackVisit visit, string arn, IReadOnlyList<TopicSubscription> subscribed) =>
    [
        subscribed.Count(subscription => subscription.IsConfirmed) is > 0 and var heard
            ? new Finding(Level.Good, $"{heard} confirmed subscriptions of FallbackTopic")
            : new Finding(Level.Error, "nobody has confirmed a subscription of FallbackTopic: when this stack cannot page, nobody hears", $"{visit.Deploy("FallbackEmail=ADDRESS")}, or aws sns subscribe --topic-arn {arn} --protocol sms --notification-endpoint NUMBER"),
        .. Unconfirmed("FallbackTopic", arn, subscribed),
    ];

    private static IEnumerable<Finding> Unconfirmed(string topic, string arn, IReadOnlyList<TopicSubscription> subscribed) =>
        subscribed.Where(subscription => !subscription.IsConfirmed).GroupBy(subscription => subscription.Protocol).Select(waiting =>
            new Finding(Level.Error, $"{waiting.Count()} {waiting.Key} subscriptions of {topic} wait to be confirmed", $"follow the link in the mail; after three days it is void: aws sns subscribe --topic-arn {arn} --protocol {waiting.Key} --notification-endpoint ADDRESS"));
}
