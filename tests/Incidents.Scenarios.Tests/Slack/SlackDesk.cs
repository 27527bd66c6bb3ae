using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Incidents.Application.Slack;
using Incidents.Application.Slack.Inbound;
using Incidents.Domain.Incidents;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Scenarios.Tests.Slack;

/// <summary>A house whose cards are clicked: Slack's own signed requests in, and what the clicker alone reads out.</summary>
internal sealed class SlackDesk : IDisposable
{
    public const string Card = "https://hooks.slack.com/actions/T0000TEAM1/1/card";

    private const string People = """
        slack: { team_id: T0000TEAM1, app_id: A0000APP01, enterprise_id: E0000ENT01 }
        people:
          ana: { name: Ana, slack: U0ANA00001 }
          ben: { name: Ben, slack: U0BEN00001 }
          old: { name: Old, slack: U0OLD00001, active: false }
        """;

    private static readonly SlackSigningSecret Secret = new("8f742231b10e8888abcd99yyyzzz85a5");

    /// <param name="rest">The configuration but its people.</param>
    /// <param name="parts">Replaces edges of the house.</param>
    public SlackDesk(string? rest = null, Action<IServiceCollection>? parts = null)
    {
        var configuration = People + (rest ?? ScenarioHost.Configuration[ScenarioHost.Configuration.IndexOf("\nschedules:", StringComparison.Ordinal)..]);
        House = new ScenarioHost(configuration: configuration, parts: services =>
        {
            services
                .AddSingleton<ISlackWebhook>(Webhook)
                .AddSingleton(new SlackRequestVerifier(new SlackSignature(Secret)))
                .AddSingleton(new SlackInteractions(SlackHosts.SlackOnly))
                .AddSingleton(new SlackInstallation("test", WebhookTeam: null));
            parts?.Invoke(services);
        });
    }

    public ScenarioHost House { get; }

    public ListeningWebhook Webhook { get; } = new();

    /// <summary>What the clicker alone was told, in Slack's mark-up.</summary>
    public IReadOnlyList<string> Whispers => [.. Webhook.Responses.Select(json => JsonNode.Parse(json)!).Where(m => (string?)m["response_type"] == "ephemeral").Select(m => (string)m["text"]!)];

    /// <summary>A press as Slack sends it, before it is signed.</summary>
    public static JsonObject Press(string user, CardButton button) => Press(user, button.ToValue());

    public static JsonObject Press(string user, string value) => new()
    {
        ["type"] = "block_actions",
        ["user"] = new JsonObject { ["id"] = user, ["team_id"] = "T0000TEAM1" },
        ["api_app_id"] = "A0000APP01",
        ["team"] = new JsonObject { ["id"] = "T0000TEAM1" },
        ["enterprise"] = new JsonObject { ["id"] = "E0000ENT01" },
        ["response_url"] = Card,
        ["actions"] = new JsonArray(new JsonObject { ["action_id"] = "incident", ["value"] = value }),
    };

    /// <summary>A choice in a menu as Slack sends it.</summary>
    public static JsonObject Choose(string user, CardButton button)
    {
        var press = Press(user, button);
        press["actions"] = new JsonArray(new JsonObject
        {
            ["type"] = "static_select",
            ["action_id"] = button.ActionId,
            ["selected_option"] = new JsonObject { ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = button.Snooze!.Label }, ["value"] = button.ToValue() },
        });
        return press;
    }

    public static CardButton Do(CardAction action) => new("test", new IncidentNumber(1), action);

    public static CardButton Snooze(string word) => Do(CardAction.Snooze) with { Snooze = SnoozeChoice.Find(word) };

    public static CardButton Acknowledge(int number = 1) => new("test", new IncidentNumber(number), CardAction.Acknowledge);

    public static CardButton Resolve(bool confirmed = false) => new("test", new IncidentNumber(1), CardAction.Resolve, confirmed);

    /// <summary>The request with Slack's signature of this moment.</summary>
    public SlackRequest Sign(JsonObject payload)
    {
        var body = Encoding.UTF8.GetBytes("payload=" + Uri.EscapeDataString(payload.ToJsonString()));
        var timestamp = Instant.FromDateTimeOffset(House.Clock.GetUtcNow()).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        KeyValuePair<string, string>[] headers =
        [
            new("Content-Type", "application/x-www-form-urlencoded"),
            new(SlackSignature.TimestampHeader, timestamp),
            new(SlackSignature.SignatureHeader, Secret.HeaderFor(timestamp, body)),
        ];
        return new SlackRequest("POST", headers, body);
    }

    public Task<int> Send(SlackRequest request) => House.Get<AnswerInteraction>().Handle(request, CancellationToken.None);

    public Task<int> Click(JsonObject payload) => Send(Sign(payload));

    public Task<int> Click(string user, CardButton button) => Click(Press(user, button));

    public Task<Incident> Look() => House.Look(new IncidentNumber(1));

    public void Dispose() => House.Dispose();
}
