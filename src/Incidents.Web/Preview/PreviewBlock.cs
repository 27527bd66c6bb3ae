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
