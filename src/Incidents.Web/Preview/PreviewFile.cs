using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Web.Preview;

/// <summary>The messages of the preview as a file: one line for what was posted, one more for each replacement.</summary>
internal sealed class PreviewFile(string path)
{
    /// <summary>All messages the file tells of. A last line that was cut off by the end of the process is left out.</summary>
    public IReadOnlyList<PreviewMessage> Read()
    {
        var messages = new SortedDictionary<int, PreviewMessage>();
        if (File.Exists(path))
        {
            foreach (var line in File.ReadLines(path))
            {
                Take(line, messages);
            }
        }

        return [.. messages.Values];
    }

    /// <summary>Adds a line, on disk when this returns.</summary>
    public void Append(PreviewMessage message, Instant now)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteNumber("id", message.Id);
            json.WriteString("channel", message.Channel);
            json.WriteString("at", InstantPattern.ExtendedIso.Format(now));
            json.WritePropertyName("payload");
            message.Payload.WriteTo(json);
            json.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        line.WriteTo(file);
        file.Flush(flushToDisk: true);
    }

    private static void Take(string line, SortedDictionary<int, PreviewMessage> messages)
    {
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(line));
            var root = document.RootElement;
            var id = root.GetProperty("id").GetInt32();
            var payload = root.GetProperty("payload").Clone();
            messages[id] = messages.TryGetValue(id, out var known)
                ? known.Replace(payload)
                : new PreviewMessage(id, root.GetProperty("channel").GetString()!, InstantPattern.ExtendedIso.Parse(root.GetProperty("at").GetString()!).Value, payload, [], []);
        }
        catch (Exception torn) when (torn is JsonException or KeyNotFoundException)
        {
            // Decoration: a line nobody can read costs its message in the preview and nothing else.
        }
    }
}
