using NodaTime;

namespace Incidents.Application.Alarms;

/// <summary>One delivered text, as it came.</summary>
/// <param name="Text">What the sender published: a CloudWatch body, an event, or anything else.</param>
/// <param name="Subject">SNS subject; never used to identify an alarm.</param>
/// <param name="MessageId">Stays the same when the same message is delivered again.</param>
/// <param name="TopicArn">The topic it was published to; null when it did not come through SNS.</param>
/// <param name="SentAt">When the sender published it: its age is counted from here.</param>
public sealed record AlarmMessage(string Text, string? Subject, string? MessageId, string? TopicArn, Instant SentAt);
