using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Import;

/// <summary>A value of an export and where it stands. What is missing, null or of another kind reads as null.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Path">Place in it: `$.schedules[0].name`.</param>
internal readonly record struct ExportValue(JsonElement Element, string File, string Path)
{
    public string Place => $"{File} {Path}";

    public bool IsObject => Element.ValueKind == JsonValueKind.Object;

    public ExportValue? Find(string name) =>
        IsObject && Element.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? new(found, File, $"{Path}.{name}") : null;

    public bool Has(string name) => IsObject && Element.TryGetProperty(name, out _);

    public string? Text(string name) => Find(name)?.Text();

    public string? Text() => Element.ValueKind switch
    {
        JsonValueKind.String => Element.GetString() is { Length: > 0 } text ? text : null,
        JsonValueKind.Number => Element.GetRawText(),
        _ => null,
    };

    public int? Number(string name) =>
        Find(name)?.Element is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var value) && Math.Abs(value) <= int.MaxValue ? (int)value : null;

    public bool? Flag(string name) => Find(name)?.Element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>The elements of a list; none where there is no such list.</summary>
    public IReadOnlyList<ExportValue> Items(string name) => Find(name)?.Items() ?? [];

    public IReadOnlyList<ExportValue> Items()
    {
        var (file, path) = (File, Path);
        return Element.ValueKind == JsonValueKind.Array ? [.. Element.EnumerateArray().Select((item, index) => new ExportValue(item, file, $"{path}[{index}]"))] : [];
    }

    /// <summary>Whether there is such a list, be it empty.</summary>
    public bool IsListing(string name) => Find(name)?.Element.ValueKind == JsonValueKind.Array;

    /// <summary>Texts of a list, others left out.</summary>
    public IReadOnlyList<string> Texts(string name) => [.. Items(name).Select(item => item.Text()).OfType<string>()];

    /// <summary>An instant as the vendors write them: `2026-09-14T09:00:00Z`, with an offset, or seconds since 1970. Fractions of a second are dropped.</summary>
    public Instant? Instant(string name)
    {
        if (Find(name) is not { } value || value.Text() is not { } text)
        {
            return null;
        }

        if (value.Element.ValueKind == JsonValueKind.Number)
        {
            return value.Element.TryGetDouble(out var seconds) && Math.Abs(seconds) < 1e11 ? NodaTime.Instant.FromUnixTimeSeconds((long)seconds) : null;
        }

        var parsed = OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } iso ? iso : OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss;FFFFFFFFFo<+HHmm>").Parse(text);
        return parsed.Success ? NodaTime.Instant.FromUnixTimeSeconds(parsed.Value.ToInstant().ToUnixTimeSeconds()) : null;
    }

    /// <summary>A time of day, `08:00` or `08:00:00`, seconds dropped; a zone behind it is left alone.</summary>
    public LocalTime? Clock(string name) =>
        Text(name) is { Length: >= 5 } text && LocalTimePattern.CreateWithInvariantCulture("HH':'mm").Parse(text[..5]) is { Success: true } parsed ? parsed.Value : null;
}
