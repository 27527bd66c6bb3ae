using System.Net;
using System.Text;
using System.Text.Json;
using Incidents.Domain.Configuration;
using NodaTime;

namespace Incidents.Web.Preview;

/// <summary>A press of a button or a choice in a menu, in the form in which Slack posts it.</summary>
/// <remarks>Source: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload</remarks>
internal sealed record PreviewInteraction(PreviewMessage Message, PreviewButton Button, Presser By, SlackSettings Workspace, Uri ResponseUrl, Instant At)
{
    /// <summary>Which option of a menu, from 0; null for a button.</summary>
    public int? Option { get; init; }

    /// <summary>Which of the things said to them alone the button is in, from 0; null for the message itself.</summary>
    public int? Whisper { get; init; }

    /// <summary>The workspace where the configuration names none; null for one of the preview's own.</summary>
    public string? Team { get; init; }

    private JsonElement Shown => Message.Shown(Whisper) ?? Message.Payload;

    private const string OwnTeam = "T0PREVIEW";
    private const string ChannelId = "C0PREVIEW";

    /// <summary>The body: one form field that holds JSON.</summary>
    public byte[] ToForm() => Encoding.UTF8.GetBytes("payload=" + WebUtility.UrlEncode(Encoding.UTF8.GetString(ToJson())));

    private byte[] ToJson()
    {
        var team = Workspace.TeamId ?? Team ?? OwnTeam;
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", "block_actions");
            Write(json, "user", ("id", By.SlackId), ("username", By.Name), ("name", By.Name), ("team_id", team));
            json.WriteString("api_app_id", Workspace.AppId ?? "A0PREVIEW");
            json.WriteStartObject("container");
            json.WriteString("type", "message");
            json.WriteString("message_ts", Message.Ts);
            json.WriteString("channel_id", ChannelId);
            json.WriteBoolean("is_ephemeral", Whisper is not null);
            json.WriteEndObject();
            json.WriteString("trigger_id", $"{At.ToUnixTimeMilliseconds()}.{Message.Id}.preview");
            Write(json, "team", ("id", team), ("domain", "preview"));
            WriteEnterprise(json);
            Write(json, "channel", ("id", ChannelId), ("name", Message.Channel));
            WriteMessage(json);
            json.WriteStartObject("state");
            json.WriteStartObject("values");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteString("response_url", ResponseUrl.AbsoluteUri);
            WriteActions(json);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private void WriteEnterprise(Utf8JsonWriter json)
    {
        if (Workspace.EnterpriseId is { } enterprise)
        {
            Write(json, "enterprise", ("id", enterprise), ("name", "preview"));
        }
        else
        {
            json.WriteNull("enterprise");
        }

        json.WriteBoolean("is_enterprise_install", false);
    }

    private void WriteMessage(Utf8JsonWriter json)
    {
        json.WriteStartObject("message");
        json.WriteString("type", "message");
        json.WriteString("subtype", "bot_message");
        json.WriteString("text", PreviewBlock.TextOf(Shown, "text"));
        json.WriteString("ts", Message.Ts);
        json.WriteString("bot_id", "B0PREVIEW");
        json.WriteStartArray("blocks");
        foreach (var (index, block) in Shown.GetProperty("blocks").EnumerateArray().Index())
        {
            WriteWithBlockId(json, block, BlockId(index));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteActions(Utf8JsonWriter json)
    {
        json.WriteStartArray("actions");
        json.WriteStartObject();
        foreach (var property in Pressed().EnumerateObject().Where(property => property.Name is not ("confirm" or "options")))
        {
            property.WriteTo(json);
        }

        if (Option is { } chosen)
        {
            json.WritePropertyName("selected_option");
            Pressed().GetProperty("options")[chosen].WriteTo(json);
        }

        json.WriteString("block_id", BlockId(Button.Block));
        json.WriteString("action_ts", $"{At.ToUnixTimeSeconds()}.000000");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private JsonElement Pressed() => Shown.GetProperty("blocks")[Button.Block].GetProperty("elements")[Button.Element];

    /// <summary>Slack names the blocks of a message that did not name them itself.</summary>
    private static string BlockId(int index) => $"b{index}";

    private static void WriteWithBlockId(Utf8JsonWriter json, JsonElement block, string id)
    {
        json.WriteStartObject();
        foreach (var property in block.EnumerateObject())
        {
            property.WriteTo(json);
        }

        json.WriteString("block_id", id);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, params ReadOnlySpan<(string Name, string Value)> fields)
    {
        json.WriteStartObject(name);
        foreach (var (field, value) in fields)
        {
            json.WriteString(field, value);
        }

        json.WriteEndObject();
    }
}

/// <summary>Who presses.</summary>
public sealed record Presser(string SlackId, string Name)
{
    /// <summary>A full member of the workspace who is not in the configuration: they may acknowledge and nothing more.</summary>
    public static Presser Passerby { get; } = new("U0PASSERBY", "somebody else");

    /// <summary>All people with a Slack id, and a user who is none of them.</summary>
    public static IReadOnlyList<Presser> Among(OnCallConfiguration settings) =>
    [
        .. settings.People.Values.Where(person => person.SlackId is not null).Select(person => new Presser(person.SlackId!, person.Name)),
        Passerby,
    ];
}
