using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Application.Heartbeats.Door;

/// <summary>The answer to a beat, in the form of the REST API: what was kept, or a problem as RFC 9457 has it.</summary>
public sealed record BeatReply(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    private static readonly InstantPattern Time = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss.FFF'Z'");

    /// <summary>The beat is kept.</summary>
    /// <param name="until">When the next one counts as missed.</param>
    public static BeatReply Kept(string name, Instant until) => new(200, Of("application/json; charset=utf-8"), Json(json =>
    {
        json.WriteString("name", name);
        json.WriteString("until", Time.Format(until));
    }));

    /// <summary>The configuration has no such heartbeat.</summary>
    public static BeatReply Unknown(HeartbeatResult.Unknown unknown) => Problem(404, unknown.Problem, unknown.Advice, "name");

    /// <summary>No key was sent, or a wrong one. Which of the two is not said.</summary>
    public static BeatReply NoKey { get; } = Problem(401, "Send the heartbeat key: Authorization: Bearer <key>.", also: ("www-authenticate", "Bearer"));

    /// <summary>A body of a type that forms can have.</summary>
    public static BeatReply Form { get; } = Problem(403, "Send the body as Content-Type: application/json.", "Types that forms can have are refused, for any page in a browser can send those.");

    /// <summary>The beat is not kept, and would be if it were sent again.</summary>
    /// <param name="why">A sentence, without secrets.</param>
    public static BeatReply NotNow(string why) => Problem(503, "Service Unavailable.", why, also: ("retry-after", "5"));

    private static BeatReply Problem(int status, string title, string? detail = null, string? field = null, (string Name, string Value)? also = null) => new(
        status,
        Of("application/problem+json", also),
        Json(json =>
        {
            json.WriteString("type", "about:blank");
            json.WriteNumber("status", status);
            json.WriteString("title", title);
            json.WriteString("detail", detail);
            json.WriteString("field", field);
            json.WriteNull("refusal");
        }));

    private static Dictionary<string, string> Of(string type, (string Name, string Value)? also = null)
    {
        var headers = new Dictionary<string, string> { ["content-type"] = type, ["cache-control"] = "no-store", ["x-content-type-options"] = "nosniff" };
        if (also is { } header)
        {
            headers[header.Name] = header.Value;
        }

        return headers;
    }

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
