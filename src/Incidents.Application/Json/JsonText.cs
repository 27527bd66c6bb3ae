using System.Text.Json;

namespace Incidents.Application.Json;

/// <summary>Parses untrusted JSON: what cannot be read, or can be read in two ways, is a fault and never an exception.</summary>
internal static class JsonText
{
    private const int Deepest = 32;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = Deepest, AllowDuplicateProperties = false };

    /// <summary>Reads <paramref name="text"/>, with or without a byte order mark; unpaired surrogates become U+FFFD.</summary>
    /// <param name="text">What should be JSON.</param>
    /// <param name="document">The document, to be disposed by the caller; undefined when the answer is false.</param>
    /// <param name="fault">A clause without subject that names the place, such as `is no JSON … (line 1, byte 12)`.</param>
    public static bool TryParse(string text, out JsonDocument document, out string fault)
    {
        try
        {
            document = JsonDocument.Parse(Surrogates.Repair(text.TrimStart('\uFEFF')), Strict);
            fault = "";
            return true;
        }
        catch (JsonException e)
        {
            document = null!;
            fault = e.LineNumber is { } line
                ? $"is no JSON of at most {Deepest} levels (line {line + 1}, byte {e.BytePositionInLine + 1})"
                : "names one property twice";
            return false;
        }
    }
}
