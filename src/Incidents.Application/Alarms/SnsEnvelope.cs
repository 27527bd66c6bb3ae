using System.Text.Json;
using Incidents.Application.Alarms.CloudWatch;
using Incidents.Application.Json;
using NodaTime;

namespace Incidents.Application.Alarms;

/// <summary>
/// The fields SNS puts around a message. They are the same over HTTP, in a Lambda event and in a dead-letter queue, but for
/// the spelling of two URLs that are not read here: whether to believe the envelope is decided where it comes in.
/// </summary>
internal static class SnsEnvelope
{
    public static bool Matches(JsonElement root) =>
        root.Names("TopicArn") && root.Names("Message") && root.Names("Type");

    public static AlarmMessage Read(JsonElement sns, Instant receivedAt)
    {
        var message = sns.Field("Message");
        return new(
            message?.AsText() ?? message?.GetRawText() ?? "",
            sns.Text("Subject"),
            sns.Text("MessageId"),
            sns.Text("TopicArn"),
            AlarmTime.Read(sns.Field("Timestamp")) ?? receivedAt)
        {
            Type = sns.Text("Type") ?? "Notification",
        };
    }
}
