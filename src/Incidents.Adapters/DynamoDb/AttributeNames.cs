using Incidents.Adapters.DynamoDb.Items;
using Incidents.Adapters.DynamoDb.Schema;

namespace Incidents.Adapters.DynamoDb;

/// <summary>Names of attributes. They count into the size of every item, so the busy ones are short.</summary>
internal static class AttributeNames
{
    public const string Partition = "pk";
    public const string Sort = "sk";

    /// <summary>Number of commits to an incident.</summary>
    public const string Version = "v";

    /// <summary>Differs with every write, and so tells whose write an item holds.</summary>
    public const string Write = "w";

    /// <summary>Which readers understand the item.</summary>
    public const string Schema = "schema";

    /// <summary>JSON, or Markdown in a postmortem; see <see cref="CompressedText"/>.</summary>
    public const string Body = "body";

    /// <summary>When something is due: sort key of the due index, absent when nothing is.</summary>
    public const string Due = "due";

    /// <summary>What kind of thing is open: partition key of the open index, absent when it is not.</summary>
    public const string Open = "open";

    /// <summary>Month an incident opened in: partition key of the history index.</summary>
    public const string Month = "month";

    /// <summary>When an incident opened, and its number: sort key of the history index.</summary>
    public const string OpenedAt = "at";

    /// <summary>The incident an alarm or service points to.</summary>
    public const string Incident = "incident";

    /// <summary>Incidents of a service that were open when a newer one took their place.</summary>
    public const string Earlier = "earlier";

    /// <summary>How often that incident had been reopened when the pointer was set.</summary>
    public const string Reopened = "times";

    /// <summary>When a heartbeat was first looked at.</summary>
    public const string Since = "since";

    /// <summary>The newest beat of a heartbeat, or sweep of the tick.</summary>
    public const string Beat = "beat";

    /// <summary>When the beat that is missing was due; absent while none is.</summary>
    public const string Missed = "missed";

    /// <summary>Which version of the configuration is in force; absent for the copy deployed with the code.</summary>
    public const string Configuration = "config";

    /// <summary>Of a version without a person who is forgotten: when that was done, and by whom.</summary>
    public const string RedactedAt = "redacted";
    public const string RedactedBy = "by";

    /// <summary>Whose credentials a pointer was moved with.</summary>
    public const string Caller = "caller";

    /// <summary>The pages people got within the last minute, and the channels that asked to wait.</summary>
    public const string Reach = "reach";
    public const string Told = "told";

    public const string Revision = "rev";
    public const string AlarmKey = "key";
    public const string Contributor = "contributor";
    public const string SeenState = "state";
    public const string SeenAt = "seen";
    public const string Last = "last";

    /// <summary>Whom a link was made for, by id and by name.</summary>
    public const string Person = "person";
    public const string PersonName = "name";

    /// <summary>Further incidents of the message a link was sent with.</summary>
    public const string Also = "also";

    /// <summary>When a link ends. <see cref="TableSchema.TimeToLive"/> only cleans up, some time after it.</summary>
    public const string Until = "until";

    /// <summary>Which test message a link confirms, and on which channel.</summary>
    public const string TestPage = "test";
    public const string Channel = "channel";

    /// <summary>When a test message was confirmed; the channel's kind follows.</summary>
    public const string Received = "got_";

    /// <summary>Whether a test message was loud; the channel's kind follows.</summary>
    public const string Loud = "loud_";

    /// <summary>The person of a test is asked whether it was loud.</summary>
    public const string AsksLoud = "asleep";

    /// <summary>Test pages left to the next tick.</summary>
    public const string Waiting = "waiting";

    /// <summary>Whether the team was warned that nothing was confirmed.</summary>
    public const string Warned = "warned";

    /// <summary>Of a request with an idempotency key: hash of what was asked, and the answer.</summary>
    public const string AskedFor = "asked";
    public const string AnswerStatus = "status";
    public const string AnswerType = "type";
    public const string AnswerLocation = "location";

    /// <summary>Newest change of a joined alarm.</summary>
    public const string Change = "change";

    /// <summary>Which child alarms of composites are expected by which incident.</summary>
    public const string Children = "children";

    /// <summary>When the table was last reconciled.</summary>
    public const string Ran = "ran";

    /// <summary>The last number that has been leased.</summary>
    public const string Counter = "last";
}
