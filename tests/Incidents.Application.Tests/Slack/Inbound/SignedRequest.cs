using System.Globalization;
using System.Text;
using System.Text.Json;
using Incidents.Application.Slack.Inbound;
using NodaTime;

namespace Incidents.Application.Tests.Slack.Inbound;

/// <summary>A genuine request to begin with, so that each test spoils just one thing of it.</summary>
internal sealed record SignedRequest
{
    public static readonly Instant Now = Instant.FromUnixTimeSeconds(1_789_384_800);
    public static readonly SlackSigningSecret Secret = new("8f742231b10e8888abcd99yyyzzz85a5");

    public string Method { get; init; } = "POST";

    public byte[] Body { get; init; } = Encoding.UTF8.GetBytes("payload=%7B%22text%22%3A%22a%20b%22%7D");

    public string Timestamp { get; init; } = Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public string Signature { get; init; } = "";

    public SignedRequest Signed(SlackSigningSecret? secret = null, byte[]? over = null) =>
        this with { Signature = (secret ?? Secret).HeaderFor(Timestamp, over ?? Body) };

    public SlackRequest Build(params (string Name, string Value)[] headers) =>
        new(Method, headers.Select(h => KeyValuePair.Create(h.Name, h.Value)), Body);

    public SlackRequest Build() => Build(
        ("Content-Type", "application/x-www-form-urlencoded"),
        (SlackSignature.TimestampHeader, Timestamp),
        (SlackSignature.SignatureHeader, Signature));

    /// <summary>A request as API Gateway hands it over, from a payload file.</summary>
    public static SlackRequest FromFile(string path)
    {
        using var document = JsonDocument.Parse(Payload.Text(path));
        var root = document.RootElement;
        return SlackRequest.FromGateway(
            root.GetProperty("requestContext").GetProperty("http").GetProperty("method").GetString()!,
            root.GetProperty("headers").EnumerateObject().Select(h => KeyValuePair.Create(h.Name, h.Value.GetString()!)).ToArray(),
            root.GetProperty("body").GetString(),
            root.GetProperty("isBase64Encoded").GetBoolean());
    }
}
