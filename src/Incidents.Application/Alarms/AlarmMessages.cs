using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Incidents.Application.Alarms.CloudWatch;
using Incidents.Application.Json;
using Incidents.Domain;
using NodaTime;

namespace Incidents.Application.Alarms;

/// <summary>
/// Unwraps what arrives as alarms, whichever way it came: a bare CloudWatch body or event, an SNS envelope, a Lambda event of
/// SNS or SQS records, or Lambda's record of a failed invocation around one. Each record stands for itself: one that cannot be
/// read becomes a message with a fault, and the others are read as ever.
/// </summary>
public static class AlarmMessages
{
    private const int DeepestWrapping = 4;

    /// <summary>The messages in a body as it came over the wire; never none, so that nothing that arrived is lost.</summary>
    /// <param name="body">Bytes that should be UTF-8.</param>
    /// <param name="receivedAt">Stands in for times of sending that are missing.</param>
    public static IReadOnlyList<AlarmMessage> Read(ReadOnlySpan<byte> body, Instant receivedAt)
    {
        var text = Encoding.UTF8.GetString(body);
        return Utf8.IsValid(body) ? Read(text, receivedAt) : [Broken(text, "The body is not UTF-8.", receivedAt)];
    }

    /// <summary>The messages in a text; never none.</summary>
    /// <param name="body">The body of a request or of a queue's message.</param>
    /// <param name="receivedAt">Stands in for times of sending that are missing.</param>
    public static IReadOnlyList<AlarmMessage> Read(string body, Instant receivedAt) => [.. Unwrap(body, receivedAt, DeepestWrapping)];

    private static IEnumerable<AlarmMessage> Unwrap(string body, Instant receivedAt, int layersLeft)
    {
        if (layersLeft <= 0 || !JsonText.TryParse(body, out var document, out _))
        {
            return [new(body, Subject: null, MessageId: null, TopicArn: null, receivedAt)];
        }

        using (document)
        {
            return [.. Unwrap(document.RootElement, body, receivedAt, layersLeft)];
        }
    }

    private static IEnumerable<AlarmMessage> Unwrap(JsonElement root, string body, Instant receivedAt, int layersLeft)
    {
        if (root.Field("requestPayload") is { } payload)
        {
            // Before there was a list, the fallback topic alone was told, which surely woke no person.
            var reached = root.Field("reached") is { ValueKind: JsonValueKind.Array } people ? people : (JsonElement?)null;
            var paged = reached is not null || root.Field("fallbackPaged")?.ValueKind == JsonValueKind.True;
            var messages = payload.ValueKind == JsonValueKind.Object
                ? Unwrap(payload, payload.GetRawText(), receivedAt, layersLeft - 1)
                : [Broken(body, "The requestPayload of the invocation record is no object.", receivedAt)];
            return messages.Select(message => message with
            {
                Source = root.Text("source") ?? message.Source,
                FallbackPaged = paged || message.FallbackPaged,
                Reached = paged ? People(reached) : message.Reached,
            });
        }

        if (root.Names("Records") && !IsOfBucket(root))
        {
            return root.Field("Records") is { ValueKind: JsonValueKind.Array } records && records.GetArrayLength() > 0
                ? records.EnumerateArray().SelectMany(record => UnwrapRecord(record, receivedAt, layersLeft))
                : [Broken(body, "The event has no records.", receivedAt)];
        }

        return SnsEnvelope.Matches(root) ? [SnsEnvelope.Read(root, receivedAt)] : [Bare(root, body, receivedAt)];
    }

    private static List<PersonId>? People(JsonElement? reached) =>
        reached?.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => new PersonId(one.GetString()!)).ToList() is { Count: > 0 } people ? people : null;

    private static IEnumerable<AlarmMessage> UnwrapRecord(JsonElement record, Instant receivedAt, int layersLeft)
    {
        if (record.Field("Sns") is { ValueKind: JsonValueKind.Object } sns)
        {
            return [SnsEnvelope.Read(sns, receivedAt)];
        }

        return record.Text("eventSource") == "aws:sqs" && record.Text("body") is { } body
            ? Unwrap(body, receivedAt, layersLeft - 1)
            : [Broken(record.GetRawText(), "The record is neither of SNS nor of SQS.", receivedAt)];
    }

    /// <summary>An event says when it was sent and has an id; a CloudWatch body has neither.</summary>
    private static AlarmMessage Bare(JsonElement root, string body, Instant receivedAt) =>
        root.Names("detail-type")
            ? new(body, Subject: null, root.Text("id"), TopicArn: null, AlarmTime.Read(root.Field("time")) ?? receivedAt)
            : new(body, Subject: null, MessageId: null, TopicArn: null, receivedAt);

    /// <summary>What a bucket publishes has records too, and they are no envelopes.</summary>
    private static bool IsOfBucket(JsonElement root) =>
        root.Field("Records").Items().Select(record => record.Text("eventSource")).FirstOrDefault() == "aws:s3";

    private static AlarmMessage Broken(string text, string fault, Instant receivedAt) =>
        new(text, Subject: null, MessageId: null, TopicArn: null, receivedAt) { EnvelopeFault = fault };
}
