using Incidents.Application.Alarms;
using Incidents.Domain.Alarms;
using NodaTime;
using NodaTime.Text;

namespace Incidents.FaultInjection;

/// <summary>The true state of every alarm, against which the invariants compare what the store holds.</summary>
internal sealed class ExpectedState
{
    private const string Prefix = "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:";
    private static readonly InstantPattern Times = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fff'+0000'");

    private readonly Dictionary<AlarmMember, AlarmChange> now = [];
    private int messages;

    public IReadOnlyDictionary<AlarmMember, AlarmChange> Now => now;

    /// <summary>An alarm changes: the message CloudWatch sends.</summary>
    /// <param name="contributor">The series that changes; null for an alarm without.</param>
    /// <param name="children">Names of the alarms a composite stands on.</param>
    public AlarmMessage Change(string name, AlarmState state, Instant at, string? contributor = null, params string[] children)
    {
        now[new AlarmMember(new DedupKey(Prefix + name), contributor)] = new AlarmChange(state, at);
        var word = state == AlarmState.Ok ? "OK" : "ALARM";
        var series = contributor is null ? "" : $$""", "AlarmContributorId":"{{contributor}}","AlarmContributorAttributes":{"Team":"{{contributor}}"}""";
        var about = children.Length == 0
            ? "\"Trigger\":{\"MetricName\":\"Errors\",\"Namespace\":\"AWS/Lambda\"}"
            : $"\"AlarmRule\":\"{string.Join(" OR ", children.Select(c => $"ALARM({c})"))}\"";
        var body = $$"""
            {"AlarmName":"{{name}}","AWSAccountId":"123456789012","NewStateValue":"{{word}}","NewStateReason":"because","StateChangeTime":"{{Times.Format(at)}}","Region":"EU (Ireland)","AlarmArn":"{{Prefix}}{{name}}"{{series}},{{about}}}
            """;
        return new AlarmMessage(body, Subject: null, $"message-{++messages}", TopicArn: null, at);
    }
}
