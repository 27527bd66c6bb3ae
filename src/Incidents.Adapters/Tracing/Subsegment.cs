using System.Diagnostics;
using System.Text.Json;
using Incidents.Application.Tracing;

namespace Incidents.Adapters.Tracing;

/// <summary>A span that has ended, as an independent subsegment document of X-Ray (version 1.0.0 of its schema).</summary>
internal static class Subsegment
{
    private const int LongestName = 200;

    public static byte[] Write(Activity span)
    {
        using var document = new MemoryStream();
        using (var json = new Utf8JsonWriter(document))
        {
            json.WriteStartObject();
            json.WriteString("name", Name(span.DisplayName));
            json.WriteString("id", span.SpanId.ToHexString());
            json.WriteString("type", "subsegment");
            json.WriteString("trace_id", TraceHeader.Format(span.TraceId.ToHexString()));
            json.WriteString("parent_id", span.ParentSpanId.ToHexString());
            json.WriteNumber("start_time", Seconds(span.StartTimeUtc));
            json.WriteNumber("end_time", Seconds(span.StartTimeUtc + span.Duration));
            if (span.Kind == ActivityKind.Client)
            {
                json.WriteString("namespace", "remote");
            }

            if (span.Status == ActivityStatusCode.Error)
            {
                WriteFault(json, span.GetTagItem(Spans.ErrorType) as string);
            }

            if (span.GetTagItem(Spans.IncidentId) is string incident)
            {
                json.WriteStartObject("annotations");
                json.WriteString(Spans.IncidentId, incident);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return document.ToArray();
    }

    private static void WriteFault(Utf8JsonWriter json, string? type)
    {
        json.WriteBoolean("fault", true);
        if (type is null)
        {
            return;
        }

        json.WriteStartObject("cause");
        json.WriteStartArray("exceptions");
        json.WriteStartObject();
        json.WriteString("id", ActivitySpanId.CreateRandom().ToHexString());
        json.WriteString("type", type);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Since 1970 in UTC, to the microsecond.</summary>
    private static decimal Seconds(DateTime utc) => Math.Round((utc - DateTime.UnixEpoch).Ticks / (decimal)TimeSpan.TicksPerSecond, 6);

    /// <summary>X-Ray refuses names with any other sign.</summary>
    private static string Name(string name) =>
        string.Concat(name.Take(LongestName).Select(sign => char.IsLetterOrDigit(sign) || sign == ' ' || "_.:/%&#=+\\-@".Contains(sign, StringComparison.Ordinal) ? sign : '_'));
}
