using System.Net;
using System.Text.Json;
using Incidents.Application.Intake.FailOpen;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Web.Tests.Api;

public class AlarmRoutesTests
{
    [Fact]
    public async Task Alarm_OpensAnIncidentAndSaysWhatItDid()
    {
        await using var house = await WebHouse.Open();

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
        await using var house = await WebHouse.Open();

        var body = await (await house.Api().PostJson("/api/v1/alarms", Payload.Text(payload))).Json();

        Assert.Equal("triggered", body.GetProperty("decision").GetString());
    }

    [Fact]
    public async Task Alarm_SentTwice_IsIgnoredAndThenRecovers()
    {
        await using var house = await WebHouse.Open();
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
        await using var house = await WebHouse.Open();
        var alarms = new[] { AlarmBody.Metric("checkout-5xx", "ALARM", house.Clock.Now()), AlarmBody.Metric("payments-dlq", "ALARM", house.Clock.Now()) };
        var records = string.Join(',', alarms.Select(alarm => $$"""{"eventSource":"aws:sqs","body":{{JsonSerializer.Serialize(alarm)}}}"""));

        var body = await (await house.Api().PostJson("/api/v1/alarms", $$"""{"Records":[{{records}}]}""")).Json();

        Assert.Equal("INC-1", body.GetProperty("incident").GetString());
        Assert.Equal(["INC-1", "INC-2"], body.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("incident").GetString()));
    }

    [Fact]
    public async Task Alarm_ThatNobodyCanRead_IsKeptAsAnIncident()
    {
        await using var house = await WebHouse.Open();

        var answer = await house.Api().PostJson("/api/v1/alarms", """{"AlarmName":"cut off","NewState""");

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("triggered", (await answer.Json()).GetProperty("decision").GetString());
    }

    [Fact]
    public async Task Alarm_WithoutABody_Is400()
    {
        await using var house = await WebHouse.Open();

        var problem = await (await house.Api().PostJson("/api/v1/alarms", "")).Problem(400);

        Assert.Equal("body", problem.GetProperty("field").GetString());
    }

    [Fact]
    public async Task V13_Alarm_WhenTheStoreGivesNoAnswer_IsToldAndKept()
    {
        var kept = new Kept();
        await using var house = await WebHouse.Open(parts: services => services.AddSingleton<IAlarmRetries>(kept));
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
        await using var house = await WebHouse.Open(parts: services => services.AddSingleton<IAlarmRetries>(new Kept { Refuses = true }));
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
        await using var house = await WebHouse.Open();

        await (await house.Api().PostJson("/api/v1/alarms", new string('x', 2 * 1024 * 1024))).Problem(413);
    }
}
