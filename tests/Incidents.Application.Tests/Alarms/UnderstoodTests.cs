using System.Text;
using System.Text.Json.Nodes;
using Incidents.Application.Alarms;
using Incidents.Domain.Alarms;
using static Incidents.Application.Tests.Alarms.Delivered;

namespace Incidents.Application.Tests.Alarms;

public sealed class UnderstoodTests
{
    [Fact]
    public void A22_ReasonDataThatIsNotJson_CostsOnlyThatField()
    {
        var body = Body("eventbridge/alarm-state-change-metric.json");
        body["detail"]!["state"]!["reasonData"] = "{cut";

        var alarm = Alarm(body);

        Assert.Equal(AlarmState.Alarm, alarm.State);
        Assert.Null(alarm.Metric!.Threshold);
        Assert.Contains(alarm.Remarks, remark => remark.Contains("reasonData", StringComparison.Ordinal));
    }

    [Fact]
    public void A23_ByteOrderMark_IsSkipped()
    {
        Assert.Equal("checkout-api-cpu-high", Alarm("\uFEFF" + Metric().ToJsonString()).Name);

        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Payload.Text("sns/lambda-event-metric-alarm.json"))];
        Assert.Equal("676b8bb8-4ce7-567d-9520-deca4811c8f1", Assert.Single(AlarmMessages.Read(bytes, SentAt)).MessageId);
    }

    [Fact]
    public void A24_EventInsideATopicMessage_IsAnAlarm() =>
        Assert.Equal("ServerCpuTooHigh", Alarm(Body("eventbridge/alarm-state-change-metric.json")).Name);

    [Fact]
    public void A25_DirectActionEnvelope_IsAnAlarm()
    {
        var alarm = Alarm(DirectAction());

        Assert.Equal("arn:aws:cloudwatch:us-east-1:444455556666:alarm:lambda-demo-metric-alarm", alarm.Key.Value);
        Assert.Equal((AlarmState.Ok, AlarmState.Alarm), (alarm.PreviousState, alarm.State));
        Assert.Equal(("CPUUtilization", 80.0), (alarm.Metric!.Name, alarm.Metric.Threshold));
    }

    [Fact]
    public void A26_CompositeWithoutTrigger_HasNoMetric()
    {
        var alarm = Alarm(Body("cloudwatch/composite-alarm.json"));

        Assert.Null(alarm.Metric);
        Assert.NotNull(alarm.Composite);
    }

    [Fact]
    public void A27_MetricMath_NeedsNoMetricName() =>
        Assert.Equal("5xx percent", Alarm(Body("cloudwatch/metric-math-alarm.json")).Metric!.Name);

    [Fact]
    public void A28_AnomalyBand_NeedsNoThreshold() =>
        Assert.Equal("pod_cpu_utilization", Alarm(Body("cloudwatch/anomaly-detection-ok.json")).Metric!.Name);

    [Fact]
    public void A29_ContributorsOfOneAlarm_ShareItsKey()
    {
        var fromTopic = Alarm(Body("cloudwatch/metrics-insights-contributor-alarm.json"));
        var fromEvent = Alarm(Body("eventbridge/alarm-contributor-state-change.json"));

        Assert.Equal(fromTopic.Key, fromEvent.Key);
        Assert.NotEqual(fromTopic.Member, fromEvent.Member);
    }

    [Theory]
    [InlineData("{\"team\":\"payments\",\"tier\":1}")]
    [InlineData("[{\"Key\":\"team\",\"Value\":\"payments\"},{\"key\":\"tier\",\"value\":\"1\"},{\"key\":\"team\",\"value\":\"second\"}]")]
    public void A30_AlarmTags_AreReadAsMapOrList(string tags)
    {
        var alarm = Alarm(Metric().With("AlarmTags", JsonNode.Parse(tags)));

        Assert.Equal(new Dictionary<string, string> { ["team"] = "payments", ["tier"] = "1" }, alarm.Tags);
    }

    [Fact]
    public void A31_UnknownFields_ChangeNothing()
    {
        var known = Alarm(Metric());
        var more = Alarm(Metric().With("Novelty", new JsonObject { ["AlarmName"] = "other" }).With("EventType", 7));

        Assert.Equal((known.Member, known.Change, known.Reason), (more.Member, more.Change, more.Reason));
    }

    [Fact]
    public void UnknownShapeWithNameAndState_IsAnAlarm()
    {
        var alarm = Alarm("{\"AlarmName\":\"log-errors\",\"NewStateValue\":\"ALARM\",\"LogGroups\":[\"/aws/x\"],\"QueryString\":\"fields @message\"}");

        Assert.Equal(("log-errors", AlarmState.Alarm), (alarm.Name, alarm.State));
        Assert.True(alarm.ChangedAtIsAssumed);
        Assert.Null(alarm.Metric);
    }

    [Fact]
    public void A34_BlankInsideTheArn_IsForgiven() =>
        Assert.Equal(Alarm(Metric()).Key, Alarm(Metric().With("AlarmArn", "arn:aws:cloudwatch:eu-west-1 :123456789012:alarm:checkout-api-cpu-high")).Key);

    [Theory]
    [InlineData("aws-cn", "cn-north-1")]
    [InlineData("aws-us-gov", "us-gov-west-1")]
    public void A35_OtherPartitions_AreKept(string partition, string region)
    {
        var alarm = Alarm(Metric().With("AlarmArn", $"arn:{partition}:cloudwatch:{region}:123456789012:alarm:a"));

        Assert.Equal(new AlarmOrigin(partition, region, "123456789012"), alarm.Origin);
    }

    [Fact]
    public void A36_SameNameInTwoRegions_HasTwoKeys()
    {
        var here = Alarm(Metric());
        var there = Alarm(Metric().With("AlarmArn", "arn:aws:cloudwatch:us-east-1:123456789012:alarm:checkout-api-cpu-high"));

        Assert.Equal(here.Name, there.Name);
        Assert.NotEqual(here.Key, there.Key);
    }

    [Fact]
    public void A37_AlarmToAlarm_IsKeptAsSuch() =>
        Assert.Equal(AlarmState.Alarm, Alarm(Body("cloudwatch/composite-alarm.json").With("OldStateValue", "ALARM")).PreviousState);

    [Theory]
    [InlineData("\"NaN\"")]
    [InlineData("\"Infinity\"")]
    [InlineData("\"-Infinity\"")]
    [InlineData("1e400")]
    [InlineData("\"1e400\"")]
    public void A83_A84_A85_ThresholdThatIsNoNumber_IsNone(string threshold)
    {
        var body = Metric().ToJsonString().Replace("\"Threshold\":80.0", $"\"Threshold\":{threshold}", StringComparison.Ordinal);

        Assert.Contains(threshold, body, StringComparison.Ordinal);
        Assert.Null(Alarm(body).Metric!.Threshold);
    }

    [Theory]
    [InlineData("Threshold Crossed: 1 datapoint [NaN (14/09/26 11:17:00)] was", null)]
    [InlineData("Threshold Crossed: 1 datapoint [1e400 (14/09/26 11:17:00)] was", null)]
    [InlineData("datapoints [1.0 (14/09/26 11:16:00), 2.0 (14/09/26 11:17:00), 3.0 (13/09/26 23:59:00)] were", 2.0)]
    [InlineData("datapoints [-1.5E-3 (14/09/26 11:17:00)] were", -0.0015)]
    [InlineData("set by hand (14/09/26 11:17:00)", null)]
    [InlineData("((((((((((((((((((((", null)]
    public void Value_IsTheNewestDatapointOfTheReason(string reason, double? expected) =>
        Assert.Equal(expected, Alarm(Metric().With("NewStateReason", reason)).Metric!.Value);

    private static JsonObject DirectAction() => JsonNode.Parse(
        """
        {
          "source": "aws.cloudwatch",
          "alarmArn": "arn:aws:cloudwatch:us-east-1:444455556666:alarm:lambda-demo-metric-alarm",
          "accountId": "444455556666",
          "time": "2026-08-04T12:36:15.490+0000",
          "region": "us-east-1",
          "alarmData": {
            "alarmName": "lambda-demo-metric-alarm",
            "state": {
              "value": "ALARM",
              "reason": "test",
              "reasonData": "{\"version\":\"1.0\",\"threshold\":80.0}",
              "timestamp": "2026-08-04T12:36:15.490+0000"
            },
            "previousState": { "value": "OK", "timestamp": "2026-08-04T12:31:29.591+0000" },
            "configuration": {
              "metrics": [
                {
                  "id": "12345678-1234-1234-1234-123456789012",
                  "metricStat": {
                    "metric": { "namespace": "AWS/EC2", "name": "CPUUtilization", "dimensions": { "InstanceId": "i-12345678901234567" } },
                    "period": 300, "stat": "Average", "unit": "Percent"
                  },
                  "returnData": true
                }
              ]
            }
          }
        }
        """)!.AsObject();
}
