using System.Text.Json.Nodes;
using Incidents.Application.Intake.FailOpen;
using Incidents.Application.Sweep;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Functions.Tests.Permissions;
using Incidents.Scenarios.Tests;
using NodaTime;

namespace Incidents.Functions.Tests.Template;

/// <summary>What the pipeline's alarm about drift sends opens an incident that wakes nobody, and ends with the drift.</summary>
public sealed class DriftTests : IDisposable
{
    private static readonly JsonNode Alarm = Deployed.Pipeline.Properties("Drifted");

    private readonly ScenarioHost house = new();

    public void Dispose() => house.Dispose();

    [Fact]
    public async Task Drift_OpensASev4_AndItsEndResolvesIt()
    {
        await Receive("ALARM");

        var incident = Assert.Single(await house.Store.OpenIncidents(CancellationToken.None));
        Assert.Equal((Severity.Sev4, "incidents-drift"), ((await house.Look(incident.Number)).Severity, (await house.Look(incident.Number)).Title));

        house.Clock.Jump(Duration.FromDays(1));
        await Receive("OK");
        await house.Pass(Duration.FromMinutes(6));

        Assert.Equal(IncidentStatus.Resolved, (await house.Look(incident.Number)).Status);
    }

    [Fact]
    public void Drift_GoesToTheTopicBothWays_AndADayWithoutALookCountsAsDrift()
    {
        Assert.Equal(Physical.Ref("AlarmTopic", "AWS::SNS::Topic"), (string?)Assert.Single(Alarm["AlarmActions"]!.AsArray()));
        Assert.Equal(Physical.Ref("AlarmTopic", "AWS::SNS::Topic"), (string?)Assert.Single(Alarm["OKActions"]!.AsArray()));
        Assert.Equal(("86400", "breaching"), ((string?)Alarm["Period"], (string?)Alarm["TreatMissingData"]));
    }

    [Fact]
    public void Drift_IsMeasured_AsItIsWatched_AndNoOtherMetricMayBeWritten()
    {
        var build = (string)Deployed.Pipeline.Properties("DetectDrift")["Source"]!["BuildSpec"]!;
        var dimension = Assert.Single(Alarm["Dimensions"]!.AsArray())!;

        Assert.Contains($"--namespace {Alarm["Namespace"]} --metric-name {Alarm["MetricName"]} --dimensions \"{dimension["Name"]}=$STACK\"", build, StringComparison.Ordinal);
        Assert.Contains($"\"cloudwatch:namespace\":\"{Alarm["Namespace"]}\"", Deployed.Pipeline.Properties("DriftRole").ToJsonString(), StringComparison.Ordinal);
    }

    private Task Receive(string state) => new ReceiveAlarmFunction(house.Get<ReceiveFailOpen>(), house.Get<InlinePageRetry>(), house.Clock)
        .ReceiveAlarm(Events.Delivered(Message(state), house.Clock.Now()));

    /// <summary>As CloudWatch would write it of this alarm.</summary>
    private string Message(string state) => new JsonObject
    {
        ["AlarmName"] = Alarm["AlarmName"]!.DeepClone(),
        ["AlarmDescription"] = Alarm["AlarmDescription"]!.DeepClone(),
        ["AWSAccountId"] = Physical.Account,
        ["NewStateValue"] = state,
        ["NewStateReason"] = "Threshold Crossed: 1 out of the last 1 datapoints [2.0 (14/09/26 09:00:00)] was greater than or equal to the threshold (1.0).",
        ["StateChangeTime"] = house.Clock.Now().ToString("uuuu-MM-dd'T'HH:mm:ss.fff'+0000'", null),
        ["Region"] = "EU (Ireland)",
        ["AlarmArn"] = $"arn:aws:cloudwatch:{Physical.Region}:{Physical.Account}:alarm:{Alarm["AlarmName"]}",
        ["OldStateValue"] = state == "OK" ? "ALARM" : "OK",
        ["OKActions"] = Alarm["OKActions"]!.DeepClone(),
        ["AlarmActions"] = Alarm["AlarmActions"]!.DeepClone(),
        ["InsufficientDataActions"] = new JsonArray(),
        ["Trigger"] = new JsonObject
        {
            ["MetricName"] = Alarm["MetricName"]!.DeepClone(),
            ["Namespace"] = Alarm["Namespace"]!.DeepClone(),
            ["StatisticType"] = "Statistic",
            ["Statistic"] = ((string)Alarm["Statistic"]!).ToUpperInvariant(),
            ["Unit"] = null,
            ["Dimensions"] = new JsonArray(new JsonObject { ["value"] = (string)Alarm["Dimensions"]![0]!["Value"]!, ["name"] = (string)Alarm["Dimensions"]![0]!["Name"]! }),
            ["Period"] = 86400,
            ["EvaluationPeriods"] = 1,
            ["ComparisonOperator"] = Alarm["ComparisonOperator"]!.DeepClone(),
            ["Threshold"] = 1.0,
            ["TreatMissingData"] = "breaching",
            ["EvaluateLowSampleCountPercentile"] = "",
        },
    }.ToJsonString();
}
