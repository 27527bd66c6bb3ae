using Incidents.Application.Alarms;
using Incidents.Domain.Alarms;
using NodaTime;

namespace Incidents.Application.Tests.Alarms;

public sealed class CloudWatchConsoleTests
{
    [Theory]
    [InlineData("aws", "eu-west-1", "https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#alarmsV2:alarm/cpu")]
    [InlineData("aws-cn", "cn-north-1", "https://cn-north-1.console.amazonaws.cn/cloudwatch/home?region=cn-north-1#alarmsV2:alarm/cpu")]
    [InlineData("aws-us-gov", "us-gov-west-1", "https://us-gov-west-1.console.amazonaws-us-gov.com/cloudwatch/home?region=us-gov-west-1#alarmsV2:alarm/cpu")]
    public void A35_AlarmPage_IsInThePartitionsConsole(string partition, string region, string page) =>
        Assert.Equal(page, CloudWatchConsole.AlarmPage(Named("cpu", partition, region))?.AbsoluteUri);

    [Theory]
    [InlineData("TargetTracking-service/default/web-app", "TargetTracking-service%2Fdefault%2Fweb-app")]
    [InlineData("a:b #1 100%?", "a%3Ab%20%231%20100%25%3F")]
    [InlineData("🔥", "%F0%9F%94%A5")]
    [InlineData("<x|y>", "%3Cx%7Cy%3E")]
    public void AlarmPage_EncodesTheName(string name, string encoded) =>
        Assert.EndsWith("alarmsV2:alarm/" + encoded, CloudWatchConsole.AlarmPage(Named(name, "aws", "eu-west-1"))!.AbsoluteUri, StringComparison.Ordinal);

    [Theory]
    [InlineData("aws", "")]
    [InlineData("aws", "EU (Ireland)")]
    [InlineData("aws", "evil.io/")]
    [InlineData("aws", "eu-west-1\n")]
    [InlineData("aws-iso", "us-iso-east-1")]
    public void AlarmPage_WhereNoConsoleIsKnown_IsNone(string partition, string region) =>
        Assert.Null(CloudWatchConsole.AlarmPage(Named("cpu", partition, region)));

    [Theory]
    [InlineData("5759e988bd862e3fe1be46a994272793", "arn:aws:sns:eu-west-1:123456789012:alarms", "https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#xray:traces/1-5759e988-bd862e3fe1be46a994272793")]
    [InlineData(null, "arn:aws:sns:eu-west-1:123456789012:alarms", null)]
    [InlineData("5759e988bd862e3fe1be46a99427279\"", "arn:aws:sns:eu-west-1:123456789012:alarms", null)]
    [InlineData("5759e988bd862e3fe1be46a994272793", "arn:aws:sns:evil.io/:123456789012:alarms", null)]
    [InlineData("5759e988bd862e3fe1be46a994272793", null, null)]
    public void TracePage_IsWhereTheTopicIs(string? trace, string? topic, string? page) =>
        Assert.Equal(page, CloudWatchConsole.TracePage(trace, topic)?.AbsoluteUri);

    private static Alarm Named(string name, string partition, string region) => new()
    {
        Key = new DedupKey("arn"),
        Name = name,
        State = AlarmState.Alarm,
        ChangedAt = Instant.FromUtc(2026, 9, 14, 11, 20),
        Origin = new AlarmOrigin(partition, region, "123456789012"),
    };
}
