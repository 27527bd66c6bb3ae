using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Incidents.Application.Store;
using Incidents.Functions.Tests.Template;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Functions.Tests.Permissions;

/// <summary>Beats of jobs at the door of a stack, with its template's environment and roles.</summary>
public sealed class BeatTests : IAsyncLifetime
{
    private const string Current = $"/incidents/{Physical.Stack}/heartbeat-key";
    private const string Previous = $"/incidents/{Physical.Stack}/heartbeat-key-previous";

    private static readonly string Table = Physical.Attribute("IncidentTable", "AWS::DynamoDB::Table", "Arn");

    private Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.Set();
        stage.Aws.Secrets[Current] = "one";
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task V28_Beat_WithTheKey_IsKept_AndSaysWhenTheNextIsDue()
    {
        var answer = await Beat(stage.Start("RecordHeartbeat"), Events.Beating("nightly", "one"));

        using var body = JsonDocument.Parse(answer.Body);
        Assert.Equal((200, "nightly", "2026-09-15T11:30:00Z"), (answer.StatusCode, body.RootElement.GetProperty("name").GetString(), body.RootElement.GetProperty("until").GetString()));
        Assert.Equal(["HEARTBEAT#nightly"], stage.Needed.Written);
    }

    [Theory]
    [InlineData("Bearer two")]
    [InlineData("Bearer ")]
    [InlineData("Bearer one more")]
    [InlineData("one")]
    [InlineData(null)]
    public async Task V28_Beat_WithoutTheKey_Is401_WhateverIsNamed_AndKeepsNothing(string? authorization)
    {
        var process = stage.Start("RecordHeartbeat");
        foreach (var name in new[] { "nightly", "no-such-job" })
        {
            var request = Events.Beating(name, "");
            request.Headers.Remove("authorization");
            if (authorization is not null)
            {
                request.Headers["Authorization"] = authorization;
            }

            var answer = await Beat(process, request);

            Assert.Equal((401, "Bearer", "application/problem+json"), (answer.StatusCode, answer.Headers["www-authenticate"], answer.Headers["content-type"]));
        }

        Assert.Empty(stage.Needed.Written);
        Assert.Single(stage.Lines, line => line.Contains("refused", StringComparison.Ordinal));
    }

    [Fact]
    public async Task V28_Beat_WhereThereIsNoKey_Is401_AndSaysSoInTheLog()
    {
        stage.Aws.Secrets.Remove(Current);

        Assert.Equal(401, (await Beat(stage.Start("RecordHeartbeat"), Events.Beating("nightly", "one"))).StatusCode);
        Assert.Contains(stage.Lines, line => line.Contains("there is no heartbeat key", StringComparison.Ordinal));
    }

    [Fact]
    public async Task V28_Beat_OfNoHeartbeat_Is404_AndSaysHowToMendIt()
    {
        var answer = await Beat(stage.Start("RecordHeartbeat"), Events.Beating("nightli", "one"));

        using var body = JsonDocument.Parse(answer.Body);
        Assert.Equal((404, "name"), (answer.StatusCode, body.RootElement.GetProperty("field").GetString()));
        Assert.Contains("\"nightly\"", body.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "a=b", 403)]
    [InlineData("application/json; charset=utf-8", "{}", 200)]
    [InlineData(null, "", 200)]
    public async Task V28_Beat_WithABody_IsAnsweredByItsType_AndTheBodyIsNotRead(string? type, string body, int status)
    {
        var request = Events.Beating("nightly", "one");
        request.Body = body;
        if (type is not null)
        {
            request.Headers["content-type"] = type;
        }

        Assert.Equal(status, (await Beat(stage.Start("RecordHeartbeat"), request)).StatusCode);
    }

    [Fact]
    public async Task V28_Beat_WhenTheStoreIsDown_Is503_AndMayBeSentAgain()
    {
        var process = stage.Start("RecordHeartbeat");
        stage.Table.IsDown = true;

        var answer = await Beat(process, Events.Beating("nightly", "one"));

        Assert.Equal((503, "5"), (answer.StatusCode, answer.Headers["retry-after"]));
    }

    [Fact]
    public async Task V28_Key_WhileItIsRotated_IsEitherOfTwo_WithoutADeployment()
    {
        var inUse = stage.Start("RecordHeartbeat");
        Assert.Equal((200, 401), (await Status(inUse, "one"), await Status(inUse, "two")));

        (stage.Aws.Secrets[Current], stage.Aws.Secrets[Previous]) = ("two", "one");
        stage.Clock.Jump(Duration.FromMinutes(2));
        Assert.Equal((200, 200), (await Status(inUse, "two"), await Status(inUse, "one")));

        stage.Aws.Secrets.Remove(Previous);
        stage.Clock.Jump(Duration.FromHours(1));
        Assert.Equal((200, 401), (await Status(inUse, "two"), await Status(inUse, "one")));

        async Task<int> Status(IServiceProvider process, string key) => (await Beat(process, Events.Beating("nightly", key))).StatusCode;
    }

    [Fact]
    public async Task V28_Beat_AfterAMiss_EndsItsIncident_AtTheNextTick()
    {
        await Minute();
        stage.Clock.Jump(Duration.FromHours(25));
        await Minute();
        Assert.Single(await Open());

        Assert.Equal(200, (await Beat(stage.Start("RecordHeartbeat"), Events.Beating("nightly", "one"))).StatusCode);
        Assert.Equal(["HEARTBEAT#nightly"], stage.Needed.Written);
        stage.Clock.Jump(Duration.FromMinutes(1));
        await Minute();
        stage.Clock.Jump(Duration.FromMinutes(1));
        await Minute();

        Assert.Empty(await Open());
    }

    [Theory]
    [InlineData("UpdateItem", "HEARTBEAT#nightly", true)]
    [InlineData("UpdateItem", "INC#1", false)]
    [InlineData("UpdateItem", "TICK", false)]
    [InlineData("UpdateItem", "CONFIGURATION", false)]
    [InlineData("GetItem", "CONFIGURATION", true)]
    [InlineData("GetItem", "INC#1", false)]
    [InlineData("Query", "INC#1", false)]
    [InlineData("DeleteItem", "HEARTBEAT#nightly", false)]
    public void V28_Role_OfBeats_AllowsBeatsAndTheConfiguration_AndNothingElseOfTheTable(string action, string partition, bool isAllowed) =>
        Assert.Equal(isAllowed, new RolePolicy(Deployed.WithEverything, "RecordHeartbeatRole").Allows($"dynamodb:{action}", Table, partition));

    private async Task<APIGatewayHttpApiV2ProxyResponse> Beat(IServiceProvider process, APIGatewayHttpApiV2ProxyRequest request)
    {
        stage.Needed.Recording = true;
        var answer = await process.GetRequiredService<RecordHeartbeatFunction>().RecordHeartbeat(request.PathParameters["name"], request);
        stage.Needed.Recording = false;
        return answer;
    }

    private Task Minute() => stage.Start("Tick").GetRequiredService<TickFunction>().Tick(new ScheduledEvent(), stage.Context(TimeSpan.FromSeconds(120)));

    private Task<IReadOnlyList<Domain.Incidents.Incident>> Open() => stage.Start("Tick").GetRequiredService<IIncidentStore>().OpenIncidents(CancellationToken.None);
}
