using Incidents.Application.Alarms.CloudWatch;
using NodaTime;

namespace Incidents.Application.Alarms.Sns;

/// <summary>
/// Verifies SNS over HTTP: accepts an envelope that SNS signed lately for an allowed topic. The topic is checked
/// first, so that a forged message costs neither a download nor an RSA operation.
/// </summary>
/// <param name="certificates">Where certificates come from.</param>
/// <param name="topicArns">Topics whose messages are taken; with none, nothing passes.</param>
public sealed class SnsMessageVerifier(ISigningCertificates certificates, IReadOnlySet<string> topicArns)
{
    /// <summary>Largest body read, in bytes: 256 KB of message, with room for its escapes and the envelope.</summary>
    public const int LargestBody = 640 * 1024;

    private const int RememberedMessages = 10_000;

    // SNS goes on trying for an hour at most; the rest is for clocks and queues on the way.
    private static readonly Duration Oldest = Duration.FromMinutes(90);
    private static readonly Duration FarthestAhead = Duration.FromMinutes(5);

    private readonly RecentMessages handled = new(RememberedMessages);

    /// <summary>Decides on one delivery. Throws nothing but the caller's own cancellation.</summary>
    public async Task<SnsVerdict> Decide(SnsRequest request, Instant now, CancellationToken cancellation)
    {
        if (RefuseForm(request) is { } form)
        {
            return form;
        }

        if (!SnsHttpMessage.TryRead(request.Body.Span, out var message, out var fault))
        {
            return Refuse(SnsRefusal.NotAnEnvelope, fault);
        }

        if (RefuseContent(request, message, now) is { } content)
        {
            return content;
        }

        if (await certificates.Get(new Uri(message.SigningCertUrl!), cancellation) is not { } certificate)
        {
            return Refuse(SnsRefusal.CertificateUnavailable, "The signing certificate cannot be had now.");
        }

        return SnsSignature.Refuse(message, certificate, now) is { } reason
            ? Refuse(reason, "The signature does not verify.")
            : Accept(message);
    }

    /// <summary>Marks a message as handled, so that its repeats are answered at once. Call it only after success: a repeat may be the only retry.</summary>
    public void Handled(AlarmMessage message)
    {
        if (message.MessageId is { } id)
        {
            handled.Add(id);
        }
    }

    private static SnsVerdict.Refused? RefuseForm(SnsRequest request)
    {
        if (request.Body.Length > LargestBody)
        {
            return Refuse(SnsRefusal.TooLarge, $"The body has {request.Body.Length} bytes.");
        }

        var contentType = request.Header("Content-Type")?.Split(';')[0].Trim().ToLowerInvariant();
        if (contentType is not ("text/plain" or "application/json") || request.Has("Content-Encoding"))
        {
            return Refuse(SnsRefusal.ContentType, "SNS sends text/plain or application/json, uncompressed.");
        }

        return request.Has("x-amz-sns-rawdelivery")
            ? Refuse(SnsRefusal.RawDelivery, "Raw message delivery is not signed: turn it off for this subscription.")
            : null;
    }

    private SnsVerdict.Refused? RefuseContent(SnsRequest request, SnsHttpMessage message, Instant now) => message switch
    {
        _ when !topicArns.Contains(message.TopicArn) =>
            Refuse(SnsRefusal.ForeignTopic, "The topic is not on the list of topics."),
        _ when request.Header("x-amz-sns-message-type") != message.Type
            || request.Header("x-amz-sns-message-id") != message.MessageId
            || request.Header("x-amz-sns-topic-arn") != message.TopicArn =>
            Refuse(SnsRefusal.HeadersDisagree, "The x-amz-sns headers are not those of the body."),
        { Signature: null or "" } or { SignatureVersion: null } or { SigningCertUrl: null } =>
            Refuse(SnsRefusal.NotSigned, "The envelope has no signature."),
        _ when SnsSignature.DigestOf(message.SignatureVersion) is null =>
            Refuse(SnsRefusal.SignatureVersion, "The signature version is neither 1 nor 2."),
        _ when !SigningCertUrl.IsTrusted(message.SigningCertUrl, message.TopicArn) =>
            Refuse(SnsRefusal.CertificateUrl, "The certificate is not where the topic's region keeps it."),
        { Type: not SnsHttpMessage.NotificationType } when !LeadsToSns(message) =>
            Refuse(SnsRefusal.SubscribeUrl, "The link to confirm does not lead to SNS in the topic's region, or names another topic or token than the message."),
        _ when AlarmTime.Read(message.Timestamp) is not { } sentAt || sentAt < now - Oldest || sentAt > now + FarthestAhead =>
            Refuse(SnsRefusal.OutsideTimeWindow, "The message was published more than 90 minutes ago, or ahead of this clock."),
        _ => null,
    };

    private static bool LeadsToSns(SnsHttpMessage message) =>
        $"https://{SnsTopic.HostOf(message.TopicArn)}/?Action=ConfirmSubscription&" is var start
        && message.SubscribeUrl?.StartsWith(start, StringComparison.Ordinal) == true
        && Parameter(message.SubscribeUrl[start.Length..], "TopicArn") == message.TopicArn
        && Parameter(message.SubscribeUrl[start.Length..], "Token") == message.Token;

    /// <summary>Null when it is not there exactly once.</summary>
    private static string? Parameter(string query, string name) =>
        query.Split('&').Where(part => part.StartsWith($"{name}=", StringComparison.Ordinal)).Take(2).ToArray() is [var only] ? Uri.UnescapeDataString(only[(name.Length + 1)..]) : null;

    private SnsVerdict Accept(SnsHttpMessage message) => message.Type switch
    {
        SnsHttpMessage.ConfirmationType => new SnsVerdict.Confirm(new(message.TopicArn, message.Token!)),
        SnsHttpMessage.UnsubscribeType => new SnsVerdict.Unsubscribed(message.TopicArn),
        _ when handled.Contains(message.MessageId) => new SnsVerdict.Repeated(message.MessageId),
        _ => new SnsVerdict.Notification(new(
            message.Message, message.Subject, message.MessageId, message.TopicArn, AlarmTime.Read(message.Timestamp)!.Value)),
    };

    private static SnsVerdict.Refused Refuse(SnsRefusal reason, string detail) => new(reason, detail);
}
