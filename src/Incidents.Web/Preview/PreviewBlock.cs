using System.Text.Json;

namespace Incidents.Web.Preview;

/// <summary>A block of a message as the page shows it.</summary>
public abstract record PreviewBlock
{
    private PreviewBlock()
    {
    }

    public sealed record Header(string Text) : PreviewBlock;

    public sealed record Section(IReadOnlyList<MrkdwnRun> Text) : PreviewBlock;

    public sealed record Context(IReadOnlyList<MrkdwnRun> Text) : PreviewBlock;

    public sealed record Actions(IReadOnlyList<PreviewButton> Buttons) : PreviewBlock;

    public sealed record Divider : PreviewBlock;

    /// <summary>A kind this preview does not draw.</summary>
    public sealed record Unknown(string Type) : PreviewBlock;

    /// <summary>The blocks of a message, or its text where it has none.</summary>
    internal static IReadOnlyList<PreviewBlock> Read(JsonElement payload, MrkdwnReader mrkdwn) =>
        payload.TryGetProperty("blocks", out var blocks) && blocks.GetArrayLength() > 0
            ? [.. blocks.EnumerateArray().Select((block, index) => Read(block, index, mrkdwn))]
            : [new Section(mrkdwn.Read(TextOf(payload, "text")))];

    private static PreviewBlock Read(JsonElement block, int index, MrkdwnReader mrkdwn) => TextOf(block, "type") switch
    {
        "header" => new Header(TextOf(block.GetProperty("text"), "text")),
        "section" => new Section(RunsOf(block.GetProperty("text"), mrkdwn)),
        "context" => new Context([.. block.GetProperty("elements").EnumerateArray().SelectMany(element => RunsOf(element, mrkdwn))]),
        "actions" => new Actions([.. block.GetProperty("elements").EnumerateArray().Select((element, at) => PreviewButton.Read(element, index, at))]),
        "divider" => new Divider(),
        var type => new Unknown(type),
    };

    private static IReadOnlyList<MrkdwnRun> RunsOf(JsonElement text, MrkdwnReader mrkdwn) =>
        TextOf(text, "type") == "mrkdwn" ? mrkdwn.Read(TextOf(text, "text")) : [new MrkdwnRun(TextOf(text, "text"))];

    internal static string TextOf(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}

/// <summary>A button of a message.</summary>
/// <param name="Block">Which block of the message, from 0.</param>
/// <param name="Element">Which element of the block, from 0.</param>
/// <param name="Style">`primary`, `danger` or empty.</param>
/// <param name="Url">Where it leads; null for a button whose press is reported.</param>
/// <param name="Confirm">What it asks back; null when it does not.</param>
public sealed record PreviewButton(int Block, int Element, string Text, string Style, string? Url, PreviewConfirm? Confirm)
{
    internal static PreviewButton Read(JsonElement button, int block, int element) => new(
        block,
        element,
        PreviewBlock.TextOf(button.GetProperty("text"), "text"),
        PreviewBlock.TextOf(button, "style"),
        PreviewBlock.TextOf(button, "url") is { Length: > 0 } url ? url : null,
        button.TryGetProperty("confirm", out var confirm) ? PreviewConfirm.Read(confirm) : null);
}

/// <summary>The question a button asks back.</summary>
public sealed record PreviewConfirm(string Title, string Text, string Yes, string No)
{
    internal static PreviewConfirm Read(JsonElement confirm) => new(Part(confirm, "title"), Part(confirm, "text"), Part(confirm, "confirm"), Part(confirm, "deny"));

    private static string Part(JsonElement confirm, string name) => confirm.TryGetProperty(name, out var text) ? PreviewBlock.TextOf(text, "text") : "";
}
