using System.Text.Json;

namespace Incidents.Web.Preview;

/// <summary>A button or a menu of a message.</summary>
/// <param name="Block">Which block of the message, from 0.</param>
/// <param name="Element">Which element of the block, from 0.</param>
/// <param name="Style">`primary`, `danger` or empty.</param>
/// <param name="Url">Where it leads; null for a button whose press is reported.</param>
/// <param name="Confirm">What it asks back; null when it does not.</param>
public sealed record PreviewButton(int Block, int Element, string Text, string Style, string? Url, PreviewConfirm? Confirm)
{
    /// <summary>What a menu lets one choose, in its order; empty for a button.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    internal static PreviewButton Read(JsonElement button, int block, int element) => new(
        block,
        element,
        Label(button),
        PreviewBlock.TextOf(button, "style"),
        PreviewBlock.TextOf(button, "url") is { Length: > 0 } url ? url : null,
        button.TryGetProperty("confirm", out var confirm) ? PreviewConfirm.Read(confirm) : null)
    {
        Options = button.TryGetProperty("options", out var options) ? [.. options.EnumerateArray().Select(option => PreviewBlock.TextOf(option.GetProperty("text"), "text"))] : [],
    };

    /// <summary>An overflow menu says nothing until it is opened.</summary>
    private static string Label(JsonElement element) =>
        element.TryGetProperty("text", out var text) || element.TryGetProperty("placeholder", out text) ? PreviewBlock.TextOf(text, "text") : "…";
}

/// <summary>The question a button asks back.</summary>
public sealed record PreviewConfirm(string Title, string Text, string Yes, string No)
{
    internal static PreviewConfirm Read(JsonElement confirm) => new(Part(confirm, "title"), Part(confirm, "text"), Part(confirm, "confirm"), Part(confirm, "deny"));

    private static string Part(JsonElement confirm, string name) => confirm.TryGetProperty(name, out var text) ? PreviewBlock.TextOf(text, "text") : "";
}
