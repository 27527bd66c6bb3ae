using Incidents.Application.Notifications;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Tests.Briefing;

public class TimelineWordsTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 21, 12, 0);

    [Theory]
    [InlineData(
        "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:checkout-5xx transitioned to ALARM",
        "checkout-5xx transitioned to ALARM")]
    [InlineData(
        "arn:aws-cn:cloudwatch:cn-north-1:123456789012:alarm:a b and arn:aws-cn:cloudwatch:cn-north-1:123456789012:alarm:c",
        "a b and c")]
    [InlineData(
        "arn:aws:sns:eu-west-1:123456789012:alarms said so",
        "arn:aws:sns:eu-west-1:123456789012:alarms said so")]
    public void Describe_ReasonNamesAlarmsByArn_ShowsTheirNames(string reason, string shown)
    {
        var joined = new AlarmJoined(
            Noon, new AlarmMember(new DedupKey("checkout"), ContributorId: null), "checkout", new AlarmChange(AlarmState.Alarm, Noon), Severity.Sev2, reason);

        Assert.Equal($"Alarm checkout joined, Sev2: {shown}", joined.Describe(actor => actor.Name, person => person.Value));
    }
}
