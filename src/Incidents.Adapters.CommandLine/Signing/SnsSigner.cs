using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Incidents.Application.Alarms.Sns;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Adapters.CommandLine.Signing;

/// <summary>Makes deliveries as SNS does, signed with a key of our own: for development and tests, where no SNS is.</summary>
/// <param name="key">An RSA key of at least 2,048 bits; it stays the caller's.</param>
/// <param name="certificateAddress">Where receivers believe its certificate to be.</param>
public sealed class SnsSigner(RSA key, Uri certificateAddress)
{
    private static readonly InstantPattern Milliseconds = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fff'Z'");

    /// <summary>A published message, ready to be posted.</summary>
    /// <param name="topicArn">The topic it pretends to come from.</param>
    /// <param name="message">What is published.</param>
    /// <param name="subject">Null for none.</param>
    /// <param name="messageId">Repeated deliveries have the same.</param>
    /// <param name="now">When it is published, kept to the millisecond.</param>
    public SnsRequest Notification(string topicArn, string message, string? subject, Guid messageId, Instant now) => Deliver(Sign(new()
    {
        Type = "Notification",
        MessageId = messageId.ToString(),
        TopicArn = topicArn,
        Message = message,
        Subject = subject,
        Timestamp = Milliseconds.Format(now),
    }));

    /// <summary>The message with a signature of version 2, or of the version it names.</summary>
    public SnsHttpMessage Sign(SnsHttpMessage message)
    {
        var version = message.SignatureVersion ?? "2";
        var text = Encoding.UTF8.GetBytes(SnsStringToSign.Of(message));
        var digest = SnsSignature.DigestOf(version) ?? HashAlgorithmName.SHA256;
        return message with
        {
            SignatureVersion = version,
            Signature = Convert.ToBase64String(key.SignData(text, digest, RSASignaturePadding.Pkcs1)),
            SigningCertUrl = certificateAddress.AbsoluteUri,
        };
    }

    /// <summary>The request SNS would make for the message, signed or not.</summary>
    public static SnsRequest Deliver(SnsHttpMessage message) => new(
        [
            new("x-amz-sns-message-type", message.Type),
            new("x-amz-sns-message-id", message.MessageId),
            new("x-amz-sns-topic-arn", message.TopicArn),
            new("Content-Type", "text/plain; charset=UTF-8"),
        ],
        Write(message));

    private static byte[] Write(SnsHttpMessage message)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in Fields(message))
            {
                if (value is not null)
                {
                    json.WriteString(name, value);
                }
            }

            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static IEnumerable<(string Name, string? Value)> Fields(SnsHttpMessage message) =>
    [
        ("Type", message.Type),
        ("MessageId", message.MessageId),
        ("Token", message.Token),
        ("TopicArn", message.TopicArn),
        ("Subject", message.Subject),
        ("Message", message.Message),
        ("SubscribeURL", message.SubscribeUrl),
        ("Timestamp", message.Timestamp),
        ("SignatureVersion", message.SignatureVersion),
        ("Signature", message.Signature),
        ("SigningCertURL", message.SigningCertUrl),
    ];
}
