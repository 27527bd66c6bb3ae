using Amazon.Lambda.APIGatewayEvents;
using Incidents.Application.Time;
using Incidents.Functions.Tests.Template;
using Incidents.Scenarios.Tests.Slack;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Functions.Tests.Permissions;

/// <summary>Secrets are planted in alarms, in Parameter Store, in what services answer and in what comes from outside: none is in a line, whatever goes wrong.</summary>
public class PlantedSecretsTests
{
    private const string Webhook = "https://hooks.example.com/services/T00CANARY/B00CANARY/CanaryCanaryCanaryCanary";

    private static readonly string[] Secrets =
        ["xoxb-111111111111-222222222222-CanaryCanaryCanary", "https://hooks.slack.com/services/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", "AKIACANARYCANARY1234"];

    private static readonly string[] Marks = ["Canary", Events.SigningSecret, Events.HeartbeatKey];

    public static TheoryData<string> Names => LambdaMethods.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ANightInWhichEverythingFails_WritesNoSecret(string function)
    {
        await using var stage = await Set();

        await Nights.Of(function)(stage);

        Assert.Contains(stage.Lines, line => line.Length > 0);
        AssertNoSecret(stage);
    }

    [Fact]
    public async Task PressesOfAStranger_AndPressesThatNobodyCanRead_AreNotWrittenDown()
    {
        await using var stage = await Set();
        var press = SlackDesk.Press("U0ANA00001", Secrets[0]);
        (press["user"]!["name"], press["response_url"], press["token"]) = (Secrets[0], Webhook, Secrets[2]);
        APIGatewayHttpApiV2ProxyRequest[] requests =
        [
            Events.Signed("payload=" + Uri.EscapeDataString(press.ToJsonString()), stage.Clock.Now()),
            Events.Signed("payload=" + Uri.EscapeDataString($"{{\"type\":\"{Secrets[0]}\""), stage.Clock.Now()),
            Events.Posted(Secrets[1], new Dictionary<string, string> { ["x-slack-signature"] = $"v0={Secrets[0]}", ["authorization"] = $"Bearer {Secrets[0]}" }),
        ];

        foreach (var request in requests)
        {
            await stage.Start("HandleSlackInteraction").GetRequiredService<HandleSlackInteractionFunction>().HandleSlackInteraction(request);
        }

        AssertNoSecret(stage);
    }

    [Fact]
    public async Task TheTokenOfALink_IsNotWrittenDown_WhateverIsSentWithIt()
    {
        await using var stage = await Set();
        var token = await stage.Link(await stage.Hear("checkout-a"));
        stage.Aws.RefusesPages = true;
        foreach (var action in new[] { null, Secrets[1], "escalate" })
        {
            var request = Events.Opened(token, action);
            request.Headers["user-agent"] = request.Headers["referer"] = Secrets[1];
            await stage.Start("OpenPageLink").GetRequiredService<OpenPageLinkFunction>().OpenPageLink(token, request);
        }

        AssertNoSecret(stage);
        Assert.All(stage.Lines, line => Assert.DoesNotContain(token, line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AMinuteThatCannotChangeAnything_IsToldWithoutSecrets()
    {
        await using var stage = await Set();
        await stage.Hear("checkout-a");
        stage.Clock.Jump(Duration.FromMinutes(30));
        stage.Table.RefusesChanges = true;

        await stage.Start("Tick").GetRequiredService<TickFunction>().Tick(new(), stage.Context(TimeSpan.FromSeconds(120)));

        Assert.Contains(stage.Lines, line => line.Contains("it stays due", StringComparison.Ordinal));
        AssertNoSecret(stage);
    }

    private static async Task<Stage> Set()
    {
        var stage = await Stage.Set(string.Join(' ', Secrets));
        stage.Aws.Secrets["/incidents/prod/slack-signing-secret"] = Events.SigningSecret;
        stage.Aws.Secrets["/incidents/prod/slack-webhook"] = Webhook;
        stage.Aws.Secrets["/incidents/prod/ana-push"] = "https://127.0.0.1:1/CanaryCanaryCanaryCanary";
        return stage;
    }

    private static void AssertNoSecret(Stage stage) =>
        Assert.All(stage.Lines, line => Assert.All(Marks, mark => Assert.DoesNotContain(mark, line, StringComparison.OrdinalIgnoreCase)));
}
