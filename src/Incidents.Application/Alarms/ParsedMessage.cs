using Incidents.Domain;
using Incidents.Domain.Alarms;

namespace Incidents.Application.Alarms;

/// <summary>What a delivered text turned out to be.</summary>
public abstract record ParsedMessage
{
    private ParsedMessage()
    {
    }

    /// <summary>A change of state of an alarm.</summary>
    public sealed record Alarm(Domain.Alarms.Alarm Value) : ParsedMessage;

    /// <summary>Something readable that is no alarm.</summary>
    /// <param name="Kind">What sort of thing it is.</param>
    /// <param name="Disposition">What to do with it by default.</param>
    /// <param name="Title">One line, at most 150 characters.</param>
    /// <param name="Text">At most 4,000 characters, as the sender wrote them: escape them where they are shown.</param>
    /// <param name="Key">Its kind and the thing it is about: all that is said of the thing shares it.</param>
    /// <param name="ServiceHint">Name of the thing it is about, which routing may match as it would an alarm's name.</param>
    public sealed record Note(
        NoteKind Kind, Disposition Disposition, string Title, string Text, DedupKey Key, string? ServiceHint) : ParsedMessage
    {
        /// <summary>How bad its sender says it is, in our words; null when it carries no severity.</summary>
        public Severity? Severity { get; init; }

        /// <summary>Who sent it, as EventBridge names senders: `aws.guardduty`; empty for free prose.</summary>
        public string Source { get; init; } = "";

        /// <summary>The event's `detail-type`; null when it came in another form.</summary>
        public string? EventType { get; init; }

        /// <summary>Further names of what it is about, which routing may match as well, the best first.</summary>
        public IReadOnlyList<string> Names { get; init; } = [];

        /// <summary>Account and region it speaks of; null when it says neither.</summary>
        public AlarmOrigin? Origin { get; init; }

        /// <summary>A deployment, build, scan or task went wrong.</summary>
        public bool Failed { get; init; }
    }

    /// <summary>A message that cannot be parsed. It is kept, and opens an incident of its own kind, so that it is never lost.</summary>
    /// <param name="Reason">What is wrong and where, in a sentence.</param>
    /// <param name="LooksLikeAlarm">There is a trace of an alarm in it, so it is treated as urgent.</param>
    public sealed record Unreadable(string Reason, bool LooksLikeAlarm) : ParsedMessage;

    /// <summary>A message from a topic or account that is not allowed. Counted, never acted upon.</summary>
    /// <param name="Reason">In a sentence, for the log.</param>
    /// <param name="Source">What about its source is not allowed.</param>
    public sealed record Refused(string Reason, SourceRefusal Source) : ParsedMessage;
}

/// <summary>What to do with a note.</summary>
public enum Disposition
{
    /// <summary>Open an incident: of low urgency, unless its sender or a rule says that it is worse.</summary>
    OpenLow,

    /// <summary>A line in the story of the service's open incident; an incident of its own only where the service asks for that.</summary>
    OnService,

    /// <summary>No action is needed; a counter is enough.</summary>
    Ignore,
}

/// <summary>Why a source is refused.</summary>
public enum SourceRefusal
{
    /// <summary>The topic is not on the list.</summary>
    ForeignTopic,

    /// <summary>The alarm's account is not on the list.</summary>
    ForeignAccount,

    /// <summary>The alarm's region is not on the list.</summary>
    ForeignRegion,

    /// <summary>The message names one account and its ARN another, which CloudWatch never does.</summary>
    AccountMismatch,
}
