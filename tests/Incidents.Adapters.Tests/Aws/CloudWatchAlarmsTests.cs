using System.Text.Json.Nodes;
using Incidents.Adapters.Aws;
using Incidents.Adapters.Tests.Store;
using Incidents.Application.Alarms;
using Incidents.Domain.Alarms;
using NodaTime;

namespace Incidents.Adapters.Tests.Aws;

public sealed class CloudWatchAlarmsTests : IAsyncLifetime
{
    private const string Topic = "arn:aws:sns:eu-west-1:123456789012:incidents";
    private const string Arn = "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:";

    private readonly FixedClock clock = new(Instant.FromUtc(2026, 9, 14, 11, 20));
    private AwsDouble cloudWatch = null!;

    private CloudWatchAlarms Alarms => new CloudWatchAlarms(cloudWatch.Open("monitoring", clock), Topic);

    public async Task InitializeAsync() => cloudWatch = await AwsDouble.Start();

    public async Task DisposeAsync() => await cloudWatch.DisposeAsync();

    [Fact]
    public async Task Firing_AsksForBothKinds_InAlarm_OfOurTopic_Signed()
    {
        await Alarms.Firing(default);

        var request = Assert.Single(cloudWatch.Requests);
        Assert.Equal(("application/x-amz-json-1.0", "GraniteServiceVersion20100801.DescribeAlarms"), (request.Headers["Content-Type"], request.Headers["X-Amz-Target"]));
        Assert.Equal("""{"AlarmTypes":["CompositeAlarm","MetricAlarm"],"StateValue":"ALARM","ActionPrefix":"arn:aws:sns:eu-west-1:123456789012:incidents","MaxRecords":100}""", request.Body);
        Assert.Contains("/20260914/eu-west-1/monitoring/aws4_request", request.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Firing_ReadsMetricAndCompositeAlarms()
    {
        cloudWatch.Answer(200, $$"""
            { "MetricAlarms": [{ "AlarmName": "checkout-5xx", "AlarmArn": "{{Arn}}checkout-5xx", "AlarmDescription": "SEV1", "ActionsEnabled": true, "AlarmActions": ["{{Topic}}"],
                "StateValue": "ALARM", "StateReason": "Threshold Crossed", "StateUpdatedTimestamp": 1789384900.5, "StateTransitionedTimestamp": 1789384724.401,
                "MetricName": "5XX", "Namespace": "AWS/ApplicationELB", "Statistic": "Sum", "Dimensions": [{ "Name": "LoadBalancer", "Value": "app/checkout" }], "Period": 60, "Threshold": 5.0, "ComparisonOperator": "GreaterThanThreshold" }],
              "CompositeAlarms": [{ "AlarmName": "checkout-degraded", "AlarmArn": "{{Arn}}checkout-degraded", "ActionsEnabled": true, "AlarmActions": ["{{Topic}}"], "AlarmRule": "ALARM(\"checkout-5xx\")",
                "StateValue": "ALARM", "StateUpdatedTimestamp": 1789384724, "ActionsSuppressedBy": "WaitPeriod" }] }
            """);

        var found = await Alarms.Firing(default);

        Assert.Equal(["checkout-5xx", "checkout-degraded"], found.Select(alarm => alarm.Name));
        Assert.Equal(("SEV1", "Threshold Crossed", true, null), (found[0].Description, found[0].Reason, found[0].ActionsEnabled, found[0].SuppressedBy));
        Assert.Equal(Instant.FromUtc(2026, 9, 14, 11, 18, 44) + Duration.FromMilliseconds(401), found[0].Since);
        Assert.Equal("app/checkout", JsonNode.Parse(found[0].Metric!)!["Dimensions"]![0]!["Value"]!.GetValue<string>());
        Assert.Equal(("WaitPeriod", "ALARM(\"checkout-5xx\")", null), (found[1].SuppressedBy, found[1].Rule, found[1].Metric));
    }

    [Fact]
    public async Task V10_Check_Names100AlarmsACall()
    {
        cloudWatch.Answer(200, $$"""{ "MetricAlarms": [{ "AlarmName": "a-0", "AlarmArn": "{{Arn}}a-0", "StateValue": "OK" }, { "AlarmName": "a-1", "AlarmArn": "{{Arn}}a-1", "StateValue": "ALARM" }] }""");
        cloudWatch.Answer(200, $$"""{ "CompositeAlarms": [{ "AlarmName": "a-100", "AlarmArn": "{{Arn}}a-100", "StateValue": "INSUFFICIENT_DATA" }] }""");
        DedupKey[] asked = [.. Enumerable.Range(0, 101).Select(i => new DedupKey($"{Arn}a-{i}")), new DedupKey("arn:aws:cloudwatch:eu-west-1:999999999999:alarm:other")];

        var known = await Alarms.Check(asked, default);

        Assert.Equal(
            [(asked[0], AlarmState.Ok), (asked[1], AlarmState.Alarm), (asked[100], AlarmState.InsufficientData)],
            known.OrderBy(k => Array.IndexOf(asked, k.Key)).Select(k => (k.Key, k.Value)));
        Assert.Equal([100, 1], cloudWatch.Requests.Select(request => JsonNode.Parse(request.Body)!["AlarmNames"]!.AsArray().Count));
    }

    [Fact]
    public async Task Firing_ReadsAllPages()
    {
        cloudWatch.Answer(200, $$"""{ "MetricAlarms": [{{Described("a")}}], "NextToken": "page 2" }""");
        cloudWatch.Answer(200, $$"""{ "MetricAlarms": [{{Described("b")}}] }""");

        Assert.Equal(["a", "b"], (await Alarms.Firing(default)).Select(alarm => alarm.Name));
        Assert.Equal("page 2", JsonNode.Parse(cloudWatch.Requests.Last().Body)!["NextToken"]!.GetValue<string>());
    }

    [Fact]
    public async Task Firing_LeavesOutWhatDoesNotSayWhichItIs()
    {
        cloudWatch.Answer(200, $$"""{ "MetricAlarms": [{ "StateValue": "ALARM" }, 7, {{Described("a")}}, { "AlarmName": "x", "AlarmArn": "x", "StateValue": "ALARM", "StateUpdatedTimestamp": "soon" }] }""");

        Assert.Equal(["a"], (await Alarms.Firing(default)).Select(alarm => alarm.Name));
    }

    [Fact]
    public async Task F72_Firing_WithoutPermission_NamesTheAction()
    {
        cloudWatch.Answer(403, """{"__type":"com.amazon.coral.service#AccessDeniedException","Message":"canary"}""");

        var refused = await Assert.ThrowsAsync<AlarmStatesUnavailableException>(() => Alarms.Firing(default));

        Assert.Equal("cloudwatch:DescribeAlarms failed: AccessDeniedException", refused.Message);
    }

    [Fact]
    public async Task Firing_WhenThrottledOnce_AsksAgain()
    {
        cloudWatch.Answer(400, """{"__type":"ThrottlingException"}""");

        Assert.Empty(await Alarms.Firing(default));
        Assert.Equal(2, cloudWatch.Requests.Count);
    }

    [Theory]
    [InlineData("""{ "AlarmMuteRuleSummaries": [{ "AlarmMuteRuleArn": "arn:aws:cloudwatch:eu-west-1:123456789012:alarm-mute-rule:deploy", "Status": "ACTIVE" }] }""", 200, true)]
    [InlineData("""{ "AlarmMuteRuleSummaries": [] }""", 200, false)]
    [InlineData("""{"__type":"AccessDeniedException"}""", 403, false)]
    public async Task IsMuted_WhenARuleIsActiveNow(string body, int status, bool muted)
    {
        cloudWatch.Answer(status, body);

        Assert.Equal(muted, await Alarms.IsMuted(new FiringAlarm { Arn = Arn + "a", Name = "a", Since = clock.Now }, default));
        Assert.Equal("""{"AlarmName":"a","Statuses":["ACTIVE"]}""", cloudWatch.Requests.Single().Body);
    }

    [Theory]
    [InlineData("ALARM", AlarmState.Alarm)]
    [InlineData("OK", AlarmState.Ok)]
    [InlineData("INSUFFICIENT_DATA", AlarmState.InsufficientData)]
    public async Task F07_Check_SaysTheStateOfNow(string state, AlarmState expected)
    {
        cloudWatch.Answer(200, $$"""{ "MetricAlarms": [{{Described("team: a").Replace("\"ALARM\"", $"\"{state}\"", StringComparison.Ordinal)}}] }""");

        Assert.Equal(expected, await Alarms.Check(new DedupKey(Arn + "team: a"), default));
        Assert.Equal("""{"AlarmTypes":["CompositeAlarm","MetricAlarm"],"AlarmNames":["team: a"]}""", cloudWatch.Requests.Single().Body);
    }

    [Theory]
    [InlineData(Arn + "gone")]
    [InlineData("arn:aws:cloudwatch:us-east-1:123456789012:alarm:a")]
    [InlineData("arn:aws:cloudwatch:eu-west-1:999999999999:alarm:a")]
    [InlineData("alarm:::a")]
    public async Task F10_Check_OfWhatCannotBeAsked_IsNotKnown(string key) => Assert.Null(await Alarms.Check(new DedupKey(key), default));

    [Fact]
    public async Task Check_WithoutAnAnswer_IsNotKnown()
    {
        cloudWatch.Answer(500, "");
        cloudWatch.Answer(500, "");

        Assert.Null(await Alarms.Check(new DedupKey(Arn + "a"), default));
    }

    private static string Described(string name) =>
        $$"""{ "AlarmName": "{{name}}", "AlarmArn": "{{Arn}}{{name}}", "StateValue": "ALARM", "StateUpdatedTimestamp": 1789384724, "ActionsEnabled": true, "AlarmActions": ["{{Topic}}"] }""";
}
