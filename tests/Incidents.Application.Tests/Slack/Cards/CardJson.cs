using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Incidents.Application.Slack.BlockKit;

namespace Incidents.Application.Tests.Slack.Cards;

/// <summary>A rendered message as a test looks at it.</summary>
internal sealed partial class CardJson(SlackMessage message)
{
    private readonly JsonElement root = JsonDocument.Parse(message.ToJson()).RootElement;

    public string Raw { get; } = Encoding.UTF8.GetString(message.ToJson().Span);

    public string LockScreen => root.GetProperty("text").GetString()!;

    public string Header => Blocks("header").Single().GetProperty("text").GetProperty("text").GetString()!;

    /// <summary>All mark-up below one another, dates as where they are not rendered.</summary>
    public string Text => Dates().Replace(MarkUp, "$1");

    /// <summary>The same as Slack gets it.</summary>
    public string MarkUp => string.Join('\n', Blocks("section").Select(b => b.GetProperty("text"))
        .Concat(Blocks("context").SelectMany(b => b.GetProperty("elements").EnumerateArray()))
        .Select(text => text.GetProperty("text").GetString()));

    public IReadOnlyList<JsonElement> Buttons =>
        [.. Blocks("actions").SelectMany(b => b.GetProperty("elements").EnumerateArray())];

    public IEnumerable<string> ButtonTexts => Buttons.Select(b => b.GetProperty(b.TryGetProperty("text", out _) ? "text" : "placeholder").GetProperty("text").GetString()!);

    /// <summary>The choices of the only menu.</summary>
    public IEnumerable<string> Options => Buttons.Single(b => b.TryGetProperty("options", out _)).GetProperty("options").EnumerateArray().Select(o => o.GetProperty("text").GetProperty("text").GetString()!);

    /// <summary>Place of the first block of a type whose JSON holds a text; -1 when there is none.</summary>
    public int PlaceOf(string text) =>
        root.GetProperty("blocks").EnumerateArray().ToList().FindIndex(b => b.GetRawText().Contains(text, StringComparison.Ordinal));

    private IEnumerable<JsonElement> Blocks(string type) => root.TryGetProperty("blocks", out var blocks)
        ? blocks.EnumerateArray().Where(b => b.GetProperty("type").GetString() == type)
        : [];

    [GeneratedRegex(@"<!date\^[^|>]*\|([^>]*)>")]
    private static partial Regex Dates();
}
