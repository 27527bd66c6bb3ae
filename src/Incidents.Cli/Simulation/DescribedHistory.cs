using System.Text;
using System.Text.Json;

namespace Incidents.Cli.Simulation;

/// <summary>
/// What `aws cloudwatch describe-alarm-history` printed: one answer or several, one after the other or as a list, the items alone
/// (`--query AlarmHistoryItems`), and between them any other line of a history.
/// </summary>
internal sealed class DescribedHistory
{
    private const string Whole = "Give what `aws cloudwatch describe-alarm-history --output json` prints.";

    private readonly List<StateUpdate> updates = [];
    private readonly List<(string Text, int Line)> others = [];
    private readonly List<string> problems = [];
    private readonly Dictionary<string, AlarmPlace> places = [];
    private string? goesOn;

    private DescribedHistory()
    {
    }

    /// <summary>Each a document of its own as <see cref="AlarmHistory"/> reads it, with the place it stands at; the oldest change first where times are equal.</summary>
    public IReadOnlyList<(string Text, int Line, string Place)> Documents { get; private set; } = [];

    /// <summary>What cannot be replayed, each with its place and the fix.</summary>
    public IReadOnlyList<string> Problems => goesOn is null ? problems : [.. problems, goesOn];

    public static bool Matches(string text) =>
        text.Contains("\"AlarmHistoryItems\"", StringComparison.Ordinal) || text.Contains("\"HistoryItemType\"", StringComparison.Ordinal);

    /// <param name="elsewhere">Where alarms are whose items name no ARN.</param>
    public static DescribedHistory Read(string text, AlarmPlace elsewhere)
    {
        var history = new DescribedHistory();
        history.Read(Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF')));

        // CloudWatch answers with the newest first unless it is asked for the contrary.
        var rising = history.updates.Zip(history.updates.Skip(1)).Sum(pair => Math.Sign((pair.Second.At - pair.First.At).TotalSeconds));
        var ordered = rising <= 0 ? Enumerable.Reverse(history.updates) : history.updates;

        // An answer is about one account and region: what one item says holds for all of it.
        var otherwise = elsewhere == AlarmPlace.Unknown && history.places.Values.Distinct().ToArray() is [var only] ? only : elsewhere;
        history.Documents =
        [
            .. ordered.Select(update => (update.ToEvent(history.places.GetValueOrDefault(update.Alarm, otherwise)), update.Line, update.Place)),
            .. history.others.Select(other => (other.Text, other.Line, $"line {other.Line}")),
        ];
        return history;
    }

    private void Read(ReadOnlySpan<byte> bytes)
    {
        for (var start = 0; start < bytes.Length;)
        {
            var rest = bytes[start..];
            var reader = new Utf8JsonReader(rest, new JsonReaderOptions { AllowMultipleValues = true });
            var begins = 0;
            try
            {
                while (reader.Read())
                {
                    var line = LineAt(bytes, start + (int)reader.TokenStartIndex);
                    using var document = JsonDocument.ParseValue(ref reader);
                    begins = (int)reader.BytesConsumed;
                    Gather(document.RootElement, line, $"line {line}");
                }

                return;
            }
            catch (JsonException e)
            {
                problems.Add($"line {LineAt(bytes, start) + (e.LineNumber ?? 0)}: this is no JSON. {Whole}");
                start += NextDocument(rest, begins);
            }
        }
    }

    private void Gather(JsonElement element, int line, string place)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var (index, item) in element.EnumerateArray().Index())
            {
                Gather(item, line, $"{place}, [{index}]");
            }
        }
        else if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("AlarmHistoryItems", out var items))
        {
            GatherPage(element, items, line, place);
        }
        else if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("HistoryItemType", out _))
        {
            Take(element, line, place);
        }
        else
        {
            others.Add((element.GetRawText(), line));
        }
    }

    private void GatherPage(JsonElement page, JsonElement items, int line, string place)
    {
        if (items.ValueKind != JsonValueKind.Array)
        {
            problems.Add($"{place}: AlarmHistoryItems is no list. {Whole}");
            return;
        }

        foreach (var (index, item) in items.EnumerateArray().Index())
        {
            Take(item, line, $"{place}, AlarmHistoryItems[{index}]");
        }

        goesOn = page.TryGetProperty("NextToken", out var next) && next.ValueKind == JsonValueKind.String
            ? $"{place}: the answer goes on (NextToken). Ask without --max-items and --no-paginate, or add the other pages to the file."
            : null;
    }

    private void Take(JsonElement item, int line, string place)
    {
        var (update, problem) = StateUpdate.Read(item, line, place);
        foreach (var (alarm, known) in StateUpdate.PlacesIn(item))
        {
            places.TryAdd(alarm, known);
        }

        if (update is not null)
        {
            updates.Add(update);
        }
        else if (problem is not null)
        {
            problems.Add($"{place}: {problem}");
        }
    }

    private static int LineAt(ReadOnlySpan<byte> bytes, int position) => 1 + bytes[..position].Count((byte)'\n');

    /// <summary>The first line that begins as a document does, after the one in which a broken document begins; the end where there is none.</summary>
    private static int NextDocument(ReadOnlySpan<byte> bytes, int broken)
    {
        var position = broken + Math.Max(0, bytes[broken..].IndexOfAnyExcept(" \t\r\n"u8));
        while (bytes[position..].IndexOf((byte)'\n') is var end and >= 0)
        {
            position += end + 1;
            if (position < bytes.Length && (bytes[position] is (byte)'{' or (byte)'['))
            {
                return position;
            }
        }

        return bytes.Length;
    }
}
