using Incidents.Adapters.CommandLine.Inspection;

namespace Incidents.Cli.Doctor.Stack;

/// <summary>Whether the two topics have confirmed subscribers.</summary>
internal static class SubscriptionCheck
{
    public static async Task<IReadOnlyList<Finding>> Look(StackCheckContext context, CancellationToken cancellation)
    {
        var reader = new TopicReader(context.Account);
        var findings = new List<Finding>();
        if (context.Resource("AlarmTopic") is { } alarms)
        {
            findings.AddRange(Alarms(context, alarms, await reader.Subscriptions(alarms, cancellation)));
        }

        if (context.Resource("FallbackTopic") is { } fallback)
        {
            findings.AddRange(Fallback(context, fallback, await reader.Subscriptions(fallback, cancellation)));
        }

        return findings;
    }

    private static IEnumerable<Finding> Alarms(StackCheckContext context, string arn, IReadOnlyList<TopicSubscription> subscribed) =>
    [
        subscribed.Any(subscription => subscription is { Protocol: "lambda", IsConfirmed: true })
            ? new Finding(Level.Good, "alarms on AlarmTopic reach ReceiveAlarm")
            : new Finding(Level.Error, "no function is subscribed to AlarmTopic: alarms go nowhere", $"aws sns subscribe --topic-arn {arn} --protocol lambda --notification-endpoint {context.Resource("ReceiveAlarmAliaslive") ?? "ARN"}"),
        .. Unconfirmed("AlarmTopic", arn, subscribed),
    ];

    private static IEnumerable<Finding> Fallback(StackCheckContext context, string arn, IReadOnlyList<TopicSubscription> subscribed) =>
    [
        subscribed.Count(subscription => subscription.IsConfirmed) is > 0 and var heard
            ? new Finding(Level.Good, $"{heard} confirmed subscriptions of FallbackTopic")
            : new Finding(Level.Error, "nobody has confirmed a subscription of FallbackTopic: when this stack cannot page, nobody hears", $"{context.Deploy("FallbackEmail=ADDRESS")}, or aws sns subscribe --topic-arn {arn} --protocol sms --notification-endpoint NUMBER"),
        .. Unconfirmed("FallbackTopic", arn, subscribed),
    ];

    private static IEnumerable<Finding> Unconfirmed(string topic, string arn, IReadOnlyList<TopicSubscription> subscribed) =>
        subscribed.Where(subscription => !subscription.IsConfirmed).GroupBy(subscription => subscription.Protocol).Select(waiting =>
            new Finding(Level.Error, $"{waiting.Count()} {waiting.Key} subscriptions of {topic} wait to be confirmed", $"follow the link in the mail; after three days it is void: aws sns subscribe --topic-arn {arn} --protocol {waiting.Key} --notification-endpoint ADDRESS"));
}
