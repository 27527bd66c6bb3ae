using System.Text.Encodings.Web;
using System.Text.Json;
using Incidents.Application.SlackMarkup;

namespace Incidents.Application.Slack.BlockKit;

/// <summary>Writes messages in Slack's JSON.</summary>
internal static class BlockKitWriter
{
    // The body goes to Slack as application/json, never into a page, so only what JSON needs is escaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(Mrkdwn text, IReadOnlyCollection<SlackBlock> blocks, SlackDelivery delivery)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            WriteDelivery(json, delivery);
            json.WriteString("text", text.Cut(SlackLimits.TopLevelText).Value);
            json.WriteBoolean("unfurl_links", false);
            json.WriteBoolean("unfurl_media", false);
            if (blocks.Count > 0)
            {
                WriteBlocks(json, blocks);
            }

            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void WriteDelivery(Utf8JsonWriter json, SlackDelivery delivery)
    {
        if (delivery == SlackDelivery.New)
        {
            return;
        }

        json.WriteBoolean("replace_original", delivery == SlackDelivery.InPlaceOfCard);
        if (delivery == SlackDelivery.OnlyToClicker)
        {
            json.WriteString("response_type", "ephemeral");
        }
    }

    private static void WriteBlocks(Utf8JsonWriter json, IEnumerable<SlackBlock> blocks)
    {
        json.WriteStartArray("blocks");
        foreach (var block in blocks)
        {
            Write(json, block);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, SlackBlock block)
    {
        switch (block)
        {
            case SlackBlock.Header { Text.Length: > 0 } header:
                Start(json, "header");
                WritePlain(json, "text", header.Text, SlackLimits.Header);
                json.WriteEndObject();
                break;
            case SlackBlock.Section { Text.IsEmpty: false } section:
                Start(json, "section");
                json.WritePropertyName("text");
                WriteMrkdwn(json, section.Text);
                json.WriteEndObject();
                break;
            case SlackBlock.Context { Text.IsEmpty: false } context:
                Start(json, "context");
                json.WriteStartArray("elements");
                WriteMrkdwn(json, context.Text);
                json.WriteEndArray();
                json.WriteEndObject();
                break;
            case SlackBlock.Actions { Elements.Count: > 0 } actions:
                Start(json, "actions");
                json.WriteStartArray("elements");
                foreach (var element in actions.Elements.Take(SlackLimits.Elements))
                {
                    ElementWriter.Write(json, element);
                }

                json.WriteEndArray();
                json.WriteEndObject();
                break;
            case SlackBlock.Divider:
                Start(json, "divider");
                json.WriteEndObject();
                break;
            default:
                // An empty text makes Slack refuse the whole message, so such a block is left out.
                break;
        }
    }

    private static void Start(Utf8JsonWriter json, string type)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
    }

    private static void WriteMrkdwn(Utf8JsonWriter json, Mrkdwn text)
    {
        Start(json, "mrkdwn");
        json.WriteString("text", text.Cut(SlackLimits.Section).Value);

        // Without this Slack would turn bare `#names` and URLs in the text into links.
        json.WriteBoolean("verbatim", true);
        json.WriteEndObject();
    }

    internal static void WritePlain(Utf8JsonWriter json, string name, string text, int longest)
    {
        json.WritePropertyName(name);
        Start(json, "plain_text");
        json.WriteString("text", SlackText.Cut(SlackText.Plain(text), longest));
        json.WriteBoolean("emoji", false);
        json.WriteEndObject();
    }
}
