using Incidents.Domain;
using NodaTime;

namespace Incidents.Application.Alarms;

/// <summary>One text that was delivered as an alarm, with what its envelope says of it.</summary>
/// <param name="Text">The message itself: a CloudWatch body, an event, prose; or the broken record, see <see cref="EnvelopeFault"/>.</param>
/// <param name="Subject">Subject of the SNS message, as far as there is one. Cut and mangled by CloudWatch: for people only.</param>
/// <param name="MessageId">Id that repeats when the same message is delivered again; null when it came without an envelope.</param>
/// <param name="TopicArn">Topic it was published to; null when it did not come through SNS.</param>
/// <param name="SentAt">When it was published: the envelope's time, else the time of receipt.</param>
public sealed record AlarmMessage(string Text, string? Subject, string? MessageId, string? TopicArn, Instant SentAt)
{
    /// <summary>Name of the source whose wire format the text has; null for what SNS, EventBridge or a person delivers in AWS's formats.</summary>
    public string? Source { get; init; }

    /// <summary>SNS's word for the message; anything but `Notification` is about a subscription.</summary>
    public string Type { get; init; } = "Notification";

    /// <summary>Why the record around the text could not be read; null when it could. The text is then the record as it came.</summary>
    public string? EnvelopeFault { get; init; }

    /// <summary>A degraded page went out for it while the store gave no answer: no further one is sent.</summary>
    public bool FallbackPaged { get; init; }

    /// <summary>Ids of the people whom a channel that wakes took the degraded page for: opening the incident pages the first step without them. Null when there are none.</summary>
    public IReadOnlyList<PersonId>? Reached { get; init; }
}
