using System.Text.Json;
using Incidents.Application.Reading;
using Incidents.Application.Refusals;
using Incidents.Application.Slack;
using Incidents.Application.Slack.Inbound;
using Incidents.Application.Time;
using Incidents.Cli.Tests.Links;
using Incidents.Cli.Up;
using Incidents.Domain.Incidents;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Cli.Tests.Attacks;

/// <summary>Presses that Slack signed for this app in another workspace, in `up` with a webhook and without `slack.team_id`.</summary>
public class WorkspaceTests
{
    private const string Team = "T9TK3CUKW";
    private static readonly SlackHosts Hosts = new(new Uri("http://127.0.0.1:1"));
    private static readonly SlackSigningSecret Secret = new("secret of the tests");

    private static readonly RealSlack Slack = new(
        ((WebhookUrl.Parsed.Ok)WebhookUrl.Parse($"https://hooks.slack.com/services/{Team}/B9TK3CUKW/abcdefghijklmnop", Hosts)).Url, Secret, PublicUrl: null);

    [Theory]
    [InlineData(Team, IncidentStatus.Acknowledged)]
    [InlineData("T2", IncidentStatus.Triggered)]
    [InlineData(null, IncidentStatus.Triggered)]
    public async Task V32_Press_OfAnotherWorkspaceThanTheWebhooks_IsRefused(string? team, IncidentStatus status)
    {
        await using var host = await LinkHost.Start(parts: services => services
            .AddSingleton(LocalSlack.Installation(Slack))
            .AddSingleton(new SlackRequestVerifier(new SlackSignature(Secret))));
        var number = await host.Declare();

        Assert.Equal(200, await Press(host, number, team));

        Assert.Equal(status, (await host.Get<ShowIncident>().Handle(number, CancellationToken.None))!.Record.Incident.Status);
        Assert.Equal(status == IncidentStatus.Triggered, host.Log.Any(line => line.Contains("refused: team 1 (OtherWorkspace", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task V32_Press_WithoutWorkspace_IsForeignAlsoWhereNoneIsKnown()
    {
        await using var host = await LinkHost.Start(parts: services => services.AddSingleton(new SlackRequestVerifier(new SlackSignature(Secret))));
        var number = await host.Declare();

        await Press(host, number, team: null);

        Assert.Equal(IncidentStatus.Triggered, (await host.Get<ShowIncident>().Handle(number, CancellationToken.None))!.Record.Incident.Status);
    }

    [Fact]
    public async Task V32_Refusals_AtEachDoor_AreCountedByReason()
    {
        var said = new List<string>();
        await using var host = await LinkHost.Start(parts: services => services.AddSingleton(new RefusalCounts(TimeProvider.System, said.Add)));

        for (var i = 0; i < 3; i++)
        {
            await Press(host, new IncidentNumber(1), Team);
        }

        using var foreign = new StringContent("""{"Type":"Notification","MessageId":"m-1","TopicArn":"arn:aws:sns:eu-west-1:210987654321:xoxb-123456789012","Message":"x","Timestamp":"2026-09-14T11:18:44.401Z"}""");
        await host.Http.PostAsync(new Uri("/sns", UriKind.Relative), foreign);

        Assert.Equal(["refused: signature 1 (ForeignSignature)"], said);
    }

    private static async Task<int> Press(LinkHost host, IncidentNumber number, string? team)
    {
        var payload = JsonSerializer.Serialize(new
        {
            type = "block_actions",
            user = new { id = "U0PASSERBY", team_id = team },
            api_app_id = "A1",
            team = team is null ? null : new { id = team },
            container = new { type = "message", message_ts = "1.2", channel_id = "C1" },
            actions = new[] { new { type = "button", action_id = "incident_ack", value = Value(host, number) } },
        });
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("payload", payload)]);
        var timestamp = TimeProvider.System.Now().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        form.Headers.Add("X-Slack-Request-Timestamp", timestamp);
        form.Headers.Add("X-Slack-Signature", Secret.HeaderFor(timestamp, await form.ReadAsByteArrayAsync()));
        using var answer = await host.Http.PostAsync(new Uri("/slack/interactions", UriKind.Relative), form);
        return (int)answer.StatusCode;
    }

    private static string Value(LinkHost host, IncidentNumber number) =>
        new CardButton(host.Get<SlackInstallation>().Stack, number, CardAction.Acknowledge).ToValue();
}
