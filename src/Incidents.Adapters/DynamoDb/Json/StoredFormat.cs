using System.Text.Encodings.Web;
using System.Text.Json;

namespace Incidents.Adapters.DynamoDb.Json;

/// <summary>Quotes and accents are stored as they are, which takes less room; nothing stored is ever pasted into HTML unescaped.</summary>
internal static class StoredFormat
{
    /// <summary>For whole values.</summary>
    public static StoredJson Json { get; } = new(new JsonSerializerOptions(StoredJson.Default.Options) { TypeInfoResolver = null, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>For what is written token by token.</summary>
    public static JsonWriterOptions Writer { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
}
