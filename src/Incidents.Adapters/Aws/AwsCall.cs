using System.Text;
using System.Text.Json;
using NodaTime;

namespace Incidents.Adapters.Aws;

/// <summary>One action of a service, in the protocol that service speaks.</summary>
/// <param name="Target">Names the action in the JSON protocol; null in the query protocol, where the body does.</param>
public sealed record AwsCall(string ContentType, string? Target, byte[] Body)
{
    /// <summary>`/` but for services whose actions are addresses.</summary>
    public string Path { get; init; } = "/";

    /// <summary>POST but for what REST services are asked without a body.</summary>
    public HttpMethod Method { get; init; } = HttpMethod.Post;

    /// <summary>REST, a question without a body.</summary>
    /// <param name="path">As in <see cref="Rest"/>.</param>
    public static AwsCall Get(string path) => new("", Target: null, []) { Method = HttpMethod.Get, Path = path };

    /// <summary>REST with JSON, such as that of SES.</summary>
    /// <param name="path">The action. Letters, digits, `/`, `-`, `.`, `_` and `~` only: nothing is encoded.</param>
    /// <param name="write">Writes the members of the request's one object.</param>
    public static AwsCall Rest(string path, Action<Utf8JsonWriter> write) =>
        Json10("", write) with { ContentType = "application/json", Target = null, Path = path };

    /// <summary>JSON protocol 1.1, such as Parameter Store's.</summary>
    /// <param name="target">Service and action, such as `AmazonSSM.GetParameters`.</param>
    public static AwsCall Json(string target, byte[] body) => new("application/x-amz-json-1.1", target, body);

    /// <summary>JSON protocol 1.0, such as that of SQS and CloudWatch.</summary>
    /// <param name="target">Service and action, such as `AmazonSQS.SendMessage`.</param>
    /// <param name="write">Writes the members of the request's one object.</param>
    public static AwsCall Json10(string target, Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return new AwsCall("application/x-amz-json-1.0", target, bytes.ToArray());
    }

    /// <summary>Query protocol, such as that of SNS.</summary>
    /// <param name="fields">`Action` and `Version` first, then what the action takes.</param>
    public static AwsCall Query(params IEnumerable<KeyValuePair<string, string>> fields) => new(
        "application/x-www-form-urlencoded",
        Target: null,
        Encoding.ASCII.GetBytes(string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"))));
}

/// <summary>An action did not succeed.</summary>
/// <param name="code">AWS's name of the error, or ours: never anything of a credential or of what was sent.</param>
/// <param name="mayPass">Whether the same request may succeed a little later.</param>
/// <param name="retryAfter">The wait AWS asked for; null when it did not say.</param>
public sealed class AwsCallException(string code, bool mayPass, Exception? inner = null, Duration? retryAfter = null) : Exception($"AWS answered {code}.", inner)
{
    /// <summary>
    /// Such as `AccessDeniedException`; or `no_answer`, after which it is unknown whether it was done; or `unreachable`, after which it
    /// surely was not.
    /// </summary>
    public string Code { get; } = code;

    /// <summary>Throttled, a failure on the other side, or no answer.</summary>
    public bool MayPass { get; } = mayPass;

    /// <summary>How long to wait at least; null when AWS did not say.</summary>
    public Duration? RetryAfter { get; } = retryAfter;
}
