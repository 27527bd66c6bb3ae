using System.Net;
using System.Text.Json;
using Incidents.Application.Intake.FailOpen;
using Incidents.Application.Time;
using Incidents.Scenarios.Tests;
using Incidents.Tests;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Web.Tests.Api;

public class AlarmRoutesTests
{
    [Fact]
    public async Task Alarm_OpensAnIncidentAndSaysWhatItDid()
    {
        await using var house = await WebAppFixture.Open();

        var answer = await house.Api().PostJson("/api/v1/alarms", Payload.Text("cloudwatch/metric-alarm.json"));

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var body = await answer.Json();
        Assert.Equal("INC-1", body.GetProperty("incident").GetString());
        Assert.Equal("triggered", body.GetProperty("decision").GetString());
        Assert.NotEmpty(body.GetProperty("reason").GetString()!);
        Assert.False(body.TryGetProperty("results", out _));
        Assert.Single(house.Preview.Messages);
    }

    [Theory]
    [InlineData("sns/lambda-event-metric-alarm.json")]
    [InlineData("eventbridge/alarm-state-change-metric.json")]
    [InlineData("cloudwatch/composite-alarm.json")]
    [InlineData("sns/sqs-on-failure-invocation-record.json")]
    public async Task Alarm_InAnyEnvelope_OpensAnIncident(string payload)
    {
        await using var house = await WebAppFixture.Open();

        var body = await (await house.Api().PostJson("/api/v1/alarms", Payload.Text(payload))).Json();

        Assert.Equal("triggered", body.GetProperty("decision").GetString());
    }

    [Fact]
    public async Task Alarm_SentTwice_IsIgnoredAndThenRecovers()
    {
        await using var house = await WebAppFixture.Open();
        using var client = house.Api();
        await client.PostJson("/api/v1/alarms", Payload.Text("cloudwatch/metric-alarm.json"));

        var again = await (await client.PostJson("/api/v1/alarms", Payload.Text("cloudwatch/metric-alarm.json"))).Json();
        house.Clock.Jump(Duration.FromHours(9)); // past the times in the two bodies
        var recovered = await (await client.PostJson("/api/v1/alarms", Payload.Text("cloudwatch/metric-ok.json"))).Json();

        Assert.Equal("ignored", again.GetProperty("decision").GetString());
        Assert.Equal("seen before", again.GetProperty("reason").GetString());
        Assert.Equal("recovered", recovered.GetProperty("decision").GetString());
        Assert.Equal("INC-1", recovered.GetProperty("incident").GetString());
    }

    [Fact]
    public async Task Alarms_InOneBody_AnswerEachAndTheFirstOnTop()
    {
        await using var house = await WebAppFixture.Open();
        var alarms = new[] { AlarmBody.Metric("checkout-5xx", "ALARM", house.Clock.Now()), AlarmBody.Metric("payments-dlq", "ALARM", house.Clock.Now()) };
        var records = string.Join(',', alarms.Select(alarm => $$"""{"eventSource":"aws:sqs","body":{{JsonSerializer.Serialize(alarm)}}}"""));

        var body = await (await house.Api().PostJson("/api/v1/alarms", $$"""{"Records":[{{records}}]}""")).Json();

        Assert.Equal("INC-1", body.GetProperty("incident").GetString());
        Assert.Equal(["INC-1", "INC-2"], body.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("incident").GetString()));
    }

    [Fact]
    public async Task Alarm_ThatNobodyCanRead_IsKeptAsAnIncident()
    {
        await using var house = await WebAppFixture.Open();

        var answer = await house.Api().PostJson("/api/v1/alarms", """{"AlarmName":"cut off","NewState""");

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("triggered", (await answer.Json()).GetProperty("decision").GetString());
    }

    [Theory]
    [InlineData("alertmanager/firing.json")]
    [InlineData("alertmanager/resolved.json")]
    [InlineData("alertmanager/mixed-firing-and-resolved.json")]
    [InlineData("alertmanager/truncated.json")]
    [InlineData("pagerduty/trigger-full.json")]
    [InlineData("pagerduty/resolve.json")]
    [InlineData("pagerduty/alertmanager-trigger.json")]
    public async Task V56_Body_OfAnotherProduct_Is422ThatNamesWhatIsTaken_AndNothingIsDone(string payload)
    {
        await using var house = await WebAppFixture.Open();

        var problem = await (await house.Api().PostJson("/api/v1/alarms", Payload.Text(payload))).Problem(422);

        Assert.Equal("body", problem.GetProperty("field").GetString());
        Assert.All(["AlarmName", "detail-type", "TopicArn", "Records"], name => Assert.Contains(name, problem.GetProperty("title").GetString()!, StringComparison.Ordinal));
        Assert.Empty(await house.Store.Store.OpenIncidents(default));
        Assert.Empty(house.Preview.Messages);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("42")]
    [InlineData("\"ALARM\"")]
    [InlineData("the shop is down")]
    [InlineData("ALARM: the shop is down")]
    [InlineData("""{"title":"ALARM","state":"alerting","ruleName":"checkout"}""")]
    [InlineData("""[{"labels":{"alertname":"HighErrorRate"}}]""")]
    [InlineData("""{"Records":[]}""")]
    [InlineData("""{"Records":[{"eventSource":"aws:kinesis","kinesis":{}}]}""")]
    [InlineData("""{"requestPayload":7}""")]
    public async Task V56_Body_InNoFormOfOurs_Is422(string body)
    {
        await using var house = await WebAppFixture.Open();

        await (await house.Api().PostJson("/api/v1/alarms", body)).Problem(422);

        Assert.Empty(await house.Store.Store.OpenIncidents(default));
    }

    [Theory]
    [InlineData("""{"AlarmName":"cut off","NewState""")]
    [InlineData("""{"AlarmName":"without a state"}""")]
    [InlineData("""{"version":"0","id":"7bf73129","detail-type":"CloudWatch Alarm State Change","sour""")]
    [InlineData("""{"version":"0","detail-type":"Something New","source":"aws.new","detail":{}}""")]
    [InlineData("""{"Type":"Notification","TopicArn":"arn:aws:sns:eu-west-1:123456789012:alarms","Message":"the shop is down"}""")]
    [InlineData("""{"Records":[{"eventSource":"aws:sqs","body":"the shop is down"},{"eventSource":"aws:sqs","body":"{\"AlarmName\":\"x\"}"}]}""")]
    public async Task V56_Body_OfOursThatCannotBeRead_IsKeptAsOnTheTopic(string body)
    {
        await using var house = await WebAppFixture.Open();

        var answer = await house.Api().PostJson("/api/v1/alarms", body);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.NotEmpty(await house.Store.Store.OpenIncidents(default));
    }

    [Fact]
    public async Task Alarm_WithoutABody_Is400()
    {
        await using var house = await WebAppFixture.Open();

        var problem = await (await house.Api().PostJson("/api/v1/alarms", "")).Problem(400);

        Assert.Equal("body", problem.GetProperty("field").GetString());
    }

    [Fact]
    public async Task V13_Alarm_WhenTheStoreGivesNoAnswer_IsToldAndKept()
    {
        var kept = new Kept();
        await using var house = await WebAppFixture.Open(parts: services => services.AddSingleton<IAlarmRetries>(kept));
        house.Store.IsDown = true;

        var answer = await house.Api().PostJson("/api/v1/alarms", Payload.Text("cloudwatch/metric-alarm.json"));

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("kept", (await answer.Json()).GetProperty("decision").GetString());
        Assert.Contains("degraded page", Assert.Single(house.Preview.Messages).ToString(), StringComparison.Ordinal);
        Assert.Single(kept.Bodies);
    }

    [Fact]
    public async Task V13_Alarm_ThatCannotBeKept_Is503()
    {
        await using var house = await WebAppFixture.Open(parts: services => services.AddSingleton<IAlarmRetries>(new Kept { Refuses = true }));
        house.Store.IsDown = true;

        await (await house.Api().PostJson("/api/v1/alarms", Payload.Text("cloudwatch/metric-alarm.json"))).Problem(503);
    }

    private sealed class Kept : IAlarmRetries
    {
        public List<string> Bodies { get; } = [];

        public bool Refuses { get; init; }

        public Task Put(string body, CancellationToken cancellation)
        {
            Bodies.Add(Refuses ? throw new NotKeptException("full") : body);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task W70_Alarm_Of2Megabytes_Is413()
    {
        await using var house = await WebAppFixture.Open();

        await (await house.Api().PostJson("/api/v1/alarms", new string('x', 2 * 1024 * 1024))).Problem(413);
    }
}
