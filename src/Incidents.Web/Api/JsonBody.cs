using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.OnCall;
using Incidents.Web.Lists;
using Incidents.Web.Middleware;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Web.Api;

/// <summary>The body of a request as a flat object, read strictly: an unexpected field is a mistake, and the first mistake is kept.</summary>
internal sealed class JsonBody : IDisposable
{
    private const int LargestBody = 256 * 1024;
    private const int MostTexts = 100;
    private const int LongestText = 255;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32 };

    private readonly JsonDocument? document;

    private JsonBody(JsonDocument? document, FieldProblem? problem)
    {
        this.document = document;
        Problem = problem;
    }

    /// <summary>What is wrong with it; null while nothing was found.</summary>
    public FieldProblem? Problem { get; private set; }

    /// <summary>Reads a body that may hold the given fields. No body at all is an object without fields.</summary>
    public static async Task<JsonBody> Read(HttpRequest request, params string[] fields)
    {
        var bytes = await BodyBytes.Read(request, LargestBody);
        if (bytes.Length == 0)
        {
            return new JsonBody(null, null);
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(bytes, Strict);
        }
        catch (JsonException mistake)
        {
            var place = $"line {mistake.LineNumber + 1}, byte {mistake.BytePositionInLine + 1}";
            return new JsonBody(null, new FieldProblem("body", $"is no JSON of at most {Strict.MaxDepth} levels ({place})"));
        }

        return new JsonBody(document, IsText(bytes.Span, document.RootElement) ? Judge(document.RootElement, fields) : new FieldProblem("body", "is no UTF-8, or holds a name with half of a surrogate pair"));
    }

    /// <summary>A text; null when the field is missing, null, empty, or wrong; <see cref="Problem"/> then says which.</summary>
    public string? Text(string field, int longest)
    {
        switch (Find(field))
        {
            case null or { ValueKind: JsonValueKind.Null }:
                return null;
            case { ValueKind: JsonValueKind.String } value when TryGetText(value) is { } text && text.Length <= longest:
                return string.IsNullOrWhiteSpace(text) ? null : text;
            default:
                Refuse(field, $"is a text of at most {longest} characters");
                return null;
        }
    }

    /// <summary>An instant in UTC; null when the field is missing or wrong.</summary>
    public Instant? Time(string field)
    {
        if (Text(field, longest: 40) is not { } text)
        {
            return null;
        }

        if (InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var instant })
        {
            return instant;
        }

        Refuse(field, "is an instant in UTC such as 2026-09-14T09:00:00Z");
        return null;
    }

    /// <summary>An instant in UTC, or a local time by the clock of a zone; null when the field is missing or wrong.</summary>
    /// <param name="after">What a clock time or a weekday comes after; now when null.</param>
    public Instant? Time(string field, DateTimeZone zone, Instant now, Instant? after = null)
    {
        if (Text(field, longest: 40) is not { } text)
        {
            return null;
        }

        if (TimeWords.Parse(text)?.In(zone, now, after) is not { } reading)
        {
            Refuse(field, $"is an instant in UTC such as 2026-09-14T09:00:00Z, or by the clock of {zone.Id} {TimeWords.Forms}");
            return null;
        }

        if (reading.Problem is { } problem)
        {
            Refuse(field, problem);
        }

        return reading.At;
    }

    /// <summary>A length such as `90m`, `2h` or `1d`; null when the field is missing or wrong.</summary>
    public Duration? Length(string field)
    {
        if (Text(field, longest: 20) is not { } text)
        {
            return null;
        }

        var length = Lengths.Read(text);
        if (length is null)
        {
            Refuse(field, "is a length such as 90m, 2h or 1d");
        }

        return length;
    }

    /// <summary>The end of a window: `to`, or `for` counted from its beginning; null when neither is there, and wrong when both are.</summary>
    public Instant? End(Instant? from, DateTimeZone zone, Instant now)
    {
        var (to, length) = (Time("to", zone, now, from), Length("for"));
        if (to is not null && length is not null)
        {
            Refuse("for", "stands instead of an end, not beside it");
        }

        return to ?? (length is { } known ? (from ?? now) + known : null);
    }

    /// <summary>A list of texts; empty when the field is missing or wrong.</summary>
    public IReadOnlyList<string> Texts(string field)
    {
        switch (Find(field))
        {
            case null or { ValueKind: JsonValueKind.Null }:
                return [];
            case { ValueKind: JsonValueKind.Array } list when list.GetArrayLength() <= MostTexts:
                var texts = list.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? TryGetText(item) : null).OfType<string>().Where(text => text.Length is > 0 and <= LongestText).ToList();
                if (texts.Count == list.GetArrayLength())
                {
                    return texts;
                }

                break;
        }

        Refuse(field, $"is a list of at most {MostTexts} texts of 1 to {LongestText} characters");
        return [];
    }

    /// <summary>A truth value; false when the field is missing or wrong.</summary>
    public bool Flag(string field)
    {
        switch (Find(field)?.ValueKind)
        {
            case JsonValueKind.True:
                return true;
            case null or JsonValueKind.Null or JsonValueKind.False:
                return false;
            default:
                Refuse(field, "is true or false");
                return false;
        }
    }

    /// <summary>A text or a whole number, as written; null when it is missing or wrong.</summary>
    public string? Word(string field) =>
        Find(field) is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : Text(field, longest: 40);

    /// <summary>A severity; null when the field is missing or wrong.</summary>
    public Severity? Severity(string field)
    {
        if (Word(field) is not { } word)
        {
            return null;
        }

        var severity = Severities.Read(word);
        if (severity is null)
        {
            Refuse(field, "is Sev1, Sev2, Sev3 or Sev4");
        }

        return severity;
    }

    /// <summary>A text that has to be there; empty when it is missing or wrong.</summary>
    /// <param name="meaning">What the field holds, for the error when it is missing.</param>
    public string Required(string field, int longest, string meaning)
    {
        var text = Text(field, longest);
        if (text is null)
        {
            Refuse(field, meaning);
        }

        return text?.Trim() ?? "";
    }

    /// <summary>All of it, for bodies that are not flat; null without a body and after a mistake.</summary>
    public JsonElement? Whole => Problem is null ? document?.RootElement : null;

    /// <summary>Keeps the first mistake.</summary>
    public void Refuse(string field, string problem) => Problem ??= new FieldProblem(field, problem);

    /// <inheritdoc />
    public void Dispose() => document?.Dispose();

    private JsonElement? Find(string field) =>
        document is not null && Problem is null && document.RootElement.TryGetProperty(field, out var value) ? value : null;

    /// <summary>Null for an escaped half of a surrogate pair, which is no text.</summary>
    private static string? TryGetText(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether every name can be read. A text is refused by the field it is in.</summary>
    private static bool IsText(ReadOnlySpan<byte> bytes, JsonElement root)
    {
        try
        {
            return Utf8.IsValid(bytes) && Reads(root);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <exception cref="InvalidOperationException">Something cannot be read.</exception>
    private static bool Reads(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().All(property => property.Name is not null && Reads(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().All(Reads),
        _ => true,
    };

    private static FieldProblem? Judge(JsonElement root, string[] fields)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return new FieldProblem("body", "is a JSON object");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in root.EnumerateObject())
        {
            if (!fields.Contains(property.Name))
            {
                return new FieldProblem(property.Name, $"is not known here: the fields are {string.Join(", ", fields)}");
            }

            if (!seen.Add(property.Name))
            {
                return new FieldProblem(property.Name, "is given twice");
            }
        }

        return null;
    }
}
