using System.Text.Json.Nodes;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.SNSEvents;
using Amazon.Lambda.SQSEvents;
using Amazon.Lambda.TestUtilities;
using Incidents.Application.Notifications;
using Incidents.Application.Slack;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;
using Incidents.Functions.Tests.Template;
using Incidents.Scenarios.Tests;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Functions.Tests.Permissions;

/// <summary>For each function a night in which it has to do everything it ever asks AWS for.</summary>
internal static class Nights
{
    public static Func<Stage, Task> Of(string function) => function switch
    {
        "ReceiveAlarm" => ReceiveAlarm,
        "RetryAlarm" => RetryAlarm,
        "HandleSlackInteraction" => HandleSlackInteraction,
        "OpenPageLink" => OpenPageLink,
        "Tick" => Tick,
        "ProveNewVersion" => ProveNewVersion,
        "RecordHeartbeat" => RecordHeartbeat,
        _ => throw new NotSupportedException($"{function}: write down here a night in which it does everything it asks AWS for."),
    };

    private static async Task ReceiveAlarm(Stage stage)
    {
        await Send(stage, stage.Change("checkout-a", "ALARM"));
        stage.Clock.Jump(Duration.FromMinutes(1));
        await Send(stage, stage.Change("checkout-b", "ALARM"));
        await Send(stage, stage.Change("checkout-a", "OK"));
        await Send(stage, stage.Change("checkout-b", "OK"));

        stage.Clock.Jump(Duration.FromMinutes(1));
        await Send(stage, OfAMember(stage, "ALARM"));
        await Send(stage, OfAMember(stage, "OK"));

        // Late, so that CloudWatch is asked whether it still fires; and nobody takes the page.
        stage.Aws.RefusesPages = true;
        await Send(stage, stage.Change("checkout-c", "ALARM"), late: Duration.FromMinutes(20));

        stage.Table.IsDown = true;
        await Send(stage, stage.Change("checkout-d", "ALARM"));
    }

    /// <summary>The versions it invokes are real, on the same table.</summary>
    private static Task ProveNewVersion(Stage stage)
    {
        stage.Aws.Invoke = async (function, payload) =>
        {
            if (function.EndsWith("ReceiveAlarm", StringComparison.Ordinal))
            {
                await stage.Start("ReceiveAlarm", s => s.AddSingleton<INotificationChannel>(new ListeningChannel())).GetRequiredService<ReceiveAlarmFunction>().ReceiveAlarm(Lambda.Read<SNSEvent>(payload));
            }
            else if (function.EndsWith("RetryAlarm", StringComparison.Ordinal))
            {
                return Lambda.Write(await stage.Start("RetryAlarm").GetRequiredService<RetryAlarmFunction>().RetryAlarm(Lambda.Read<SQSEvent>(payload), stage.Context()));
            }

            return "null";
        };
        return stage.Record("ProveNewVersion", async process =>
        {
            var context = stage.Context(TimeSpan.FromMinutes(5));
            await process.GetRequiredService<ProveNewVersionFunction>().ProveNewVersion(Lambda.Read<LifecycleHook>("""{"DeploymentId":"d-A1B2C3D4E","LifecycleEventHookExecutionId":"e"}"""), context);
            Assert.True(((TestLambdaLogger)context.Logger).Buffer.Length == 0, ((TestLambdaLogger)context.Logger).Buffer.ToString());
        });
    }

    /// <summary>An alarm of another account, whose CloudWatch is asked by its role before its recovery counts.</summary>
    private static string OfAMember(Stage stage, string state, string name = "checkout-member") => AlarmBody.Metric(name, state, stage.Clock.Now(), account: "111122223333", description: "SEV1");

    private static Task Send(Stage stage, string body, Duration late = default) => stage.Record("ReceiveAlarm", process =>
        process.GetRequiredService<ReceiveAlarmFunction>().ReceiveAlarm(Events.Delivered(body, stage.Clock.Now() - late)));

    private static async Task RetryAlarm(Stage stage)
    {
        await Retry(stage, stage.Change("checkout-a", "ALARM"));
        stage.Clock.Jump(Duration.FromMinutes(1));
        await Retry(stage, stage.Change("checkout-b", "ALARM"));
        await Retry(stage, stage.Change("checkout-a", "OK"));
        await Retry(stage, stage.Change("checkout-b", "OK"));
        stage.Clock.Jump(Duration.FromMinutes(1));
        await Retry(stage, OfAMember(stage, "ALARM"));
        await Retry(stage, OfAMember(stage, "OK"));

        stage.Aws.RefusesPages = true;
        await Retry(stage, Envelope(stage, stage.Change("checkout-c", "ALARM"), stage.Clock.Now() - Duration.FromMinutes(20)));

        stage.Table.IsDown = true;
        await Retry(stage, stage.Change("checkout-d", "ALARM"));
    }

    private static Task Retry(Stage stage, string body) => stage.Record("RetryAlarm", process =>
        process.GetRequiredService<RetryAlarmFunction>().RetryAlarm(Events.Queued(body), stage.Context()));

    private static string Envelope(Stage stage, string body, Instant sent) => new JsonObject
    {
        ["Type"] = "Notification",
        ["MessageId"] = "1",
        ["TopicArn"] = Physical.Ref("AlarmTopic", "AWS::SNS::Topic"),
        ["Message"] = body,
        ["Timestamp"] = sent.ToString(),
    }.ToJsonString();

    private static async Task HandleSlackInteraction(Stage stage)
    {
        var first = await stage.Hear("checkout-a");
        await Press(stage, first, CardAction.Acknowledge);
        await Press(stage, first, CardAction.GiveBack);
        await Press(stage, first, CardAction.Escalate);
        await Press(stage, first, CardAction.Resolve, confirmed: true);

        stage.Clock.Jump(Duration.FromHours(1));
        var second = await stage.Hear("checkout-b");
        stage.Aws.RefusesPages = true;
        await Press(stage, second, CardAction.Escalate);
    }

    private static Task Press(Stage stage, IncidentNumber number, CardAction action, bool confirmed = false) => stage.Record("HandleSlackInteraction", async process =>
    {
        var answer = await process.GetRequiredService<HandleSlackInteractionFunction>()
            .HandleSlackInteraction(Events.Pressed(new CardButton(Physical.Stack, number, action, confirmed), stage.Clock.Now()));
        Assert.Equal(200, answer.StatusCode);
    });

    private static async Task OpenPageLink(Stage stage)
    {
        var first = await stage.Hear("checkout-a");
        var link = await stage.Link(first);
        await Open(stage, link, action: null);
        await Open(stage, link, "acknowledge");
        await Open(stage, link, "escalate");

        stage.Clock.Jump(Duration.FromHours(1));
        stage.Aws.RefusesPages = true;
        await Open(stage, link, "escalate");
    }

    private static Task Open(Stage stage, string token, string? action) => stage.Record("OpenPageLink", async process =>
    {
        var answer = await process.GetRequiredService<OpenPageLinkFunction>().OpenPageLink(token, Events.Opened(token, action));
        Assert.Equal(200, answer.StatusCode);
    });

    private static async Task RecordHeartbeat(Stage stage)
    {
        stage.Aws.Secrets[$"/incidents/{Physical.Stack}/heartbeat-key"] = Events.HeartbeatKey;
        await Beat(stage, "nightly", Events.HeartbeatKey, 200);
        await Beat(stage, "unknown", Events.HeartbeatKey, 404);
        await Beat(stage, "nightly", "wrong", 401);
        stage.Table.IsDown = true;
        await Beat(stage, "nightly", Events.HeartbeatKey, 503);
    }

    private static Task Beat(Stage stage, string name, string key, int status) => stage.Record("RecordHeartbeat", async process =>
        Assert.Equal(status, (await process.GetRequiredService<RecordHeartbeatFunction>().RecordHeartbeat(name, Events.Beating(name, key))).StatusCode));

    private static async Task Tick(Stage stage)
    {
        await stage.Hear("payments-a");
        await stage.Hear("payments-a", "OK");
        await stage.HearBody(OfAMember(stage, "ALARM", "payments-member"));
        await stage.HearBody(OfAMember(stage, "OK", "payments-member"));
        stage.Clock.Jump(Duration.FromMinutes(10));
        stage.Aws.Firing.Add(new JsonObject
        {
            ["AlarmName"] = "checkout-missed",
            ["AlarmArn"] = $"arn:aws:cloudwatch:{Physical.Region}:{Physical.Account}:alarm:checkout-missed",
            ["StateValue"] = "ALARM",
            ["StateTransitionedTimestamp"] = (stage.Clock.Now() - Duration.FromMinutes(8)).ToUnixTimeSeconds(),
            ["ActionsEnabled"] = true,
            ["AlarmActions"] = new JsonArray(Physical.Ref("AlarmTopic", "AWS::SNS::Topic")),
        });
        await Minute(stage);

        // Once more: the first question may take longer than the two seconds that a recovery waits for it, where nothing is compiled yet.
        await stage.HearBody(OfAMember(stage, "ALARM", "payments-member"));
        await stage.HearBody(OfAMember(stage, "OK", "payments-member"));
        await stage.Hear("checkout-a");
        stage.Aws.RefusesPages = true;
        stage.Clock.Jump(Duration.FromMinutes(10));
        await Minute(stage);
    }

    private static Task Minute(Stage stage) => stage.Record("Tick", process =>
        process.GetRequiredService<TickFunction>().Tick(new ScheduledEvent(), stage.Context(TimeSpan.FromSeconds(120))));
}
