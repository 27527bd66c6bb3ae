using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Web.Preview;

/// <summary>The messages of the preview as a file: one line for what was posted, one more for each replacement. It keeps the newest, up to its bound.</summary>
/// <remarks>
/// Decoration: lines are written beside, in order. Where the preview is all of Slack there is, a post waits for its line for a moment, so that a message
/// that counts as sent survives the process; a disk that was slow or full once is not waited for again until it takes a line.
/// </remarks>
/// <param name="most">Bytes that the file may have; past them it is cut to the newest half.</param>
/// <param name="warn">Hears once of each time it could not be written.</param>
internal sealed class PreviewFile(string path, long most, Action<string>? warn)
{
    private const int MostWaiting = 1_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private readonly Lock gate = new();
    private Task written = Task.CompletedTask;
    private int waiting;
    private volatile bool isTrusted = true;
    private bool hasWarned;

    /// <summary>Completes when all there was to write is written or given up.</summary>
    public Task Written
    {
        get
        {
            lock (gate)
            {
                return written;
            }
        }
    }

    /// <summary>All messages in the file; the newest when it is beyond its bound. A last line that was cut off by the end of the process is left out.</summary>
    public IReadOnlyList<PreviewMessage> Read()
    {
        var messages = new SortedDictionary<int, PreviewMessage>();
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            file.Seek(Math.Max(0, file.Length - most), SeekOrigin.Begin);
            using var lines = new StreamReader(file, Encoding.UTF8);
            while (lines.ReadLine() is { } line)
            {
                Take(line, messages);
            }
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            // Missing at the first start; unreadable costs the messages in the preview and nothing else.
        }

        return [.. messages.Values];
    }

    /// <summary>Adds a line beside whatever goes on; of very many that wait, the newest are lost.</summary>
    public void Append(PreviewMessage message, Instant now)
    {
        lock (gate)
        {
            if (waiting < MostWaiting)
            {
                waiting++;
                written = Next(written, Line(message, now));
            }
        }
    }

    /// <summary>A moment, while the disk takes what it is given. Never fails.</summary>
    public async Task WaitAMoment()
    {
        var all = Written;
        if (isTrusted && await Task.WhenAny(all, Task.Delay(Patience)) != all)
        {
            isTrusted = false;
        }
    }

    private async Task Next(Task before, byte[] line)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            Write(line);
            (isTrusted, hasWarned) = (true, false);
        }
        catch (Exception refused)
        {
            isTrusted = false;
            if (!hasWarned)
            {
                hasWarned = true;
                warn?.Invoke($"{path} cannot be written, and what the preview of Slack shows is lost with this process: {refused.Message}");
            }
        }

        lock (gate)
        {
            waiting--;
        }
    }

    private void Write(byte[] line)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using (var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read))
        {
            file.Write(line);
            file.Flush(flushToDisk: true);
            if (file.Length <= most)
            {
                return;
            }
        }

        Cut();
    }

    /// <summary>What is cut off is gone for good; a crash meanwhile leaves the file as it was.</summary>
    private void Cut()
    {
        var shorter = $"{path}.shorter";
        using (var from = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read))
        using (var to = new FileStream(shorter, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            from.Seek(from.Length - (most / 2), SeekOrigin.Begin);
            SkipLine(from);
            from.CopyTo(to);
            to.Flush(flushToDisk: true);
        }

        File.Move(shorter, path, overwrite: true);
    }

    /// <summary>Its beginning is cut off.</summary>
    private static void SkipLine(FileStream file)
    {
        int read;
        do
        {
            read = file.ReadByte();
        }
        while (read is not ('\n' or -1));
    }

    private static byte[] Line(PreviewMessage message, Instant now)
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
        return line.ToArray();
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
        catch (Exception torn) when (torn is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            // A line that cannot be read costs its message in the preview and nothing else.
        }
    }
}
