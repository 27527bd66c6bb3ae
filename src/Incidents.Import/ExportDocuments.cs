using System.Text.Json;

namespace Incidents.Import;

/// <summary>The JSON documents of files, however many each holds.</summary>
internal static class ExportDocuments
{
    /// <summary>Every document, lists on the outside opened; what is no JSON is noted and the rest counts all the same.</summary>
    public static IReadOnlyList<ExportValue> Read(IEnumerable<ExportFile> files, UnmappedList unmapped)
    {
        var documents = new List<ExportValue>();
        foreach (var file in files)
        {
            Read(file, documents, unmapped);
        }

        return documents;
    }

    private static void Read(ExportFile file, List<ExportValue> documents, UnmappedList unmapped)
    {
        var bytes = file.Content.Span;
        var reader = new Utf8JsonReader(bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes, new JsonReaderOptions { AllowMultipleValues = true });
        var count = 0;
        try
        {
            while (reader.Read())
            {
                var document = new ExportValue(JsonElement.ParseValue(ref reader), file.Name, count++ == 0 ? "$" : $"$({count})");
                documents.AddRange(document.Element.ValueKind == JsonValueKind.Array ? document.Items() : [document]);
            }
        }
        catch (JsonException e)
        {
            unmapped.LeaveOut(file.Name, $"line {e.LineNumber + 1}", "This is no JSON; what follows in the file is not read.", "Save the API's answer as it came.");
            return;
        }

        if (count == 0)
        {
            unmapped.LeaveOut(file.Name, "the file", "It is empty.", "Save the API's answer in it.");
        }
    }
}
