using System.Text.Json;
using Incidents.Application.Redaction;

namespace Incidents.Functions.Telemetry;

/// <summary>One event, one line of JSON, without secrets: CloudWatch reads its fields, and Lambda its level.</summary>
/// <param name="output">The bare standard output, or Lambda would wrap the line into another one.</param>
internal sealed class JsonLogWriter(Stream output, TimeProvider clock)
{
    private readonly Lock gate = new();

    /// <summary>Something is not as it should be, and the function goes on.</summary>
    /// <param name="happened">What kind of thing, the same words each time.</param>
    /// <param name="message">The particulars; secrets are taken out here.</param>
    public void Warn(string happened, string message)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", clock.GetUtcNow());
            json.WriteString("level", "WARN");
            json.WriteString("event", happened);
            json.WriteString("message", Redactor.Redact(message));
            json.WriteEndObject();
        }

        line.Write("\n"u8);
        try
        {
            lock (gate)
            {
                output.Write(line.ToArray());
                output.Flush();
            }
        }
        catch (Exception unheard) when (unheard is IOException or ObjectDisposedException)
        {
            // The output is closed or cannot be written; the page matters more.
        }
    }
}
