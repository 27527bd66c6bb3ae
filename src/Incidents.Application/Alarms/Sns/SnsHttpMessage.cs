using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Incidents.Application.Json;

namespace Incidents.Application.Alarms.Sns;

/// <summary>The envelope SNS posts over HTTP, its values as they were signed.</summary>
/// <remarks>https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html. Attributes and the link to unsubscribe are not signed and not read.</remarks>
public sealed record SnsHttpMessage
{
    internal const string NotificationType = "Notification";
    internal const string ConfirmationType = "SubscriptionConfirmation";
    internal const string UnsubscribeType = "UnsubscribeConfirmation";

    /// <summary>`Notification`, `SubscriptionConfirmation` or `UnsubscribeConfirmation`.</summary>
    public required string Type { get; init; }

    /// <summary>Id that a repeated delivery has as well.</summary>
    public required string MessageId { get; init; }

    /// <summary>The topic that published it. SNS signs for every account's topics: compare it with those allowed.</summary>
    public required string TopicArn { get; init; }

    /// <summary>What was published.</summary>
    public required string Message { get; init; }

    /// <summary>When it was published, as SNS wrote it.</summary>
    public required string Timestamp { get; init; }

    /// <summary>The subject; null when it has none, which is signed differently from an empty one.</summary>
    public string? Subject { get; init; }

    /// <summary>What a confirmation is asked with; a secret until it is used.</summary>
    public string? Token { get; init; }

    /// <summary>Where a browser would confirm. Never fetched.</summary>
    public string? SubscribeUrl { get; init; }

    /// <summary>`1` for SHA-1, `2` for SHA-256.</summary>
    public string? SignatureVersion { get; init; }

    /// <summary>The signature in base64.</summary>
    public string? Signature { get; init; }

    /// <summary>Where the certificate is said to be.</summary>
    public string? SigningCertUrl { get; init; }

    /// <summary>Reads an envelope; false with the fault named when the bytes are none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> body, out SnsHttpMessage message, out string fault)
    {
        message = null!;
        if (!Utf8.IsValid(body))
        {
            fault = "The body is not UTF-8.";
            return false;
        }

        if (!JsonText.TryParse(Encoding.UTF8.GetString(body), out var document, out var jsonFault))
        {
            fault = $"The body {jsonFault}.";
            return false;
        }

        using (document)
        {
            return TryRead(document.RootElement, out message, out fault);
        }
    }

    private static bool TryRead(JsonElement root, out SnsHttpMessage message, out string fault)
    {
        message = new()
        {
            Type = root.Text("Type") ?? "",
            MessageId = root.Text("MessageId") ?? "",
            TopicArn = root.Text("TopicArn") ?? "",
            Message = root.Text("Message") ?? "",
            Timestamp = root.Text("Timestamp") ?? "",
            Subject = root.Text("Subject"),
            Token = root.Text("Token"),
            SubscribeUrl = root.Text("SubscribeURL"),
            SignatureVersion = root.Text("SignatureVersion"),
            Signature = root.Text("Signature"),
            SigningCertUrl = root.Text("SigningCertURL"),
        };
        fault = message switch
        {
            { Type: not (NotificationType or ConfirmationType or UnsubscribeType) } => "The body has no Type of SNS.",
            { MessageId: var id } when id.Length is 0 or > 100 || id.Any(char.IsControl) => "The body has no MessageId.",
            { TopicArn: "" } => "The body has no TopicArn.",
            _ when !root.Names("Message") => "The body has no Message.",
            { Type: not NotificationType, Token: null or "" } => "A confirmation without Token.",
            _ => "",
        };
        return fault.Length == 0;
    }
}
