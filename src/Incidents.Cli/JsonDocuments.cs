using System.Text;
using System.Text.Json;

namespace Incidents.Cli;

/// <summary>Cuts a text into the JSON documents it holds, however they are laid out.</summary>
internal static class JsonDocuments
{
    /// <summary>One text for each document. What is no JSON is one text as a whole: it goes out as it is.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF'));
        var documents = new List<string>();
        try
        {
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowMultipleValues = true });
            while (reader.Read())
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                documents.Add(Encoding.UTF8.GetString(bytes.AsSpan(start, (int)reader.BytesConsumed - start)));
            }
        }
        catch (JsonException)
        {
            return [text];
        }

        return documents.Count == 0 ? [text] : documents;
    }
}
