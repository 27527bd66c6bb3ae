using System.Text.Json;
using Incidents.Application.Measuring;

namespace Incidents.Adapters.Metrics;

/// <summary>
/// Measurements as lines of CloudWatch's embedded metric format: a function writes them to its output, and CloudWatch makes metrics of them.
/// It costs no call and no permission. See "Specification: Embedded metric format" in the CloudWatch user guide.
/// </summary>
/// <remarks>
/// One dimension, the stack: two stacks of one account have metrics of their own, and each value of a further one would be a custom metric to pay for. Lambda's own console wraps what is written to it into another line, which
/// CloudWatch does not read, so <paramref name="output"/> has to be the bare standard output.
/// </remarks>
/// <param name="stack">The name of the stack that measures.</param>
public sealed class EmbeddedMetrics(Stream output, string stack, TimeProvider clock) : IMeasurements
{
    /// <summary>Under which CloudWatch keeps the metrics.</summary>
    public const string Namespace = "Incidents";

    /// <summary>The dimension that all metrics have.</summary>
    public const string Dimension = "Stack";

    /// <summary>CloudWatch reads no more values of one metric from a line.</summary>
    internal const int MostValues = 100;

    private readonly Lock gate = new();
    private readonly Lock writing = new();
    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<double>> seconds = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public void Count(string name, int times = 1)
    {
        lock (gate)
        {
            counts[name] = counts.GetValueOrDefault(name) + times;
        }
    }

    /// <inheritdoc />
    public void Seconds(string name, double value)
    {
        lock (gate)
        {
            (seconds.TryGetValue(name, out var values) ? values : seconds[name] = []).Add(Math.Max(0, Math.Round(value, 3)));
        }
    }

    /// <summary>Writes what was measured since the last time: one line, more only for more than 100 values of one metric, none for nothing.</summary>
    /// <remarks>A thread that records a value meanwhile does not wait for the output.</remarks>
    public void Flush()
    {
        foreach (var line in TakeLines())
        {
            lock (writing)
            {
                output.Write(line);
                output.Flush();
            }
        }
    }

    private List<byte[]> TakeLines()
    {
        var lines = new List<byte[]>();
        lock (gate)
        {
            while (counts.Count + seconds.Count > 0)
            {
                lines.Add(Line());
                counts.Clear();
                foreach (var (name, values) in seconds.ToList())
                {
                    values.RemoveRange(0, Math.Min(MostValues, values.Count));
                    if (values.Count == 0)
                    {
                        seconds.Remove(name);
                    }
                }
            }
        }

        return lines;
    }

    private byte[] Line()
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            WriteDirective(json);
            json.WriteString(Dimension, stack);
            foreach (var (name, times) in counts)
            {
                json.WriteNumber(name, times);
            }

            foreach (var (name, values) in seconds)
            {
                json.WriteStartArray(name);
                values.Take(MostValues).ToList().ForEach(json.WriteNumberValue);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        line.Write("\n"u8);
        return line.ToArray();
    }

    private void WriteDirective(Utf8JsonWriter json)
    {
        json.WriteStartObject("_aws");
        json.WriteNumber("Timestamp", clock.GetUtcNow().ToUnixTimeMilliseconds());
        json.WriteStartArray("CloudWatchMetrics");
        json.WriteStartObject();
        json.WriteString("Namespace", Namespace);
        json.WriteStartArray("Dimensions");
        json.WriteStartArray();
        json.WriteStringValue(Dimension);
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteStartArray("Metrics");
        foreach (var (name, unit) in counts.Keys.Select(n => (n, "Count")).Concat(seconds.Keys.Select(n => (n, "Seconds"))))
        {
            json.WriteStartObject();
            json.WriteString("Name", name);
            json.WriteString("Unit", unit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
