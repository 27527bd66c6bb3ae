using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.DynamoDBv2.Model;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;

namespace Incidents.Adapters.DynamoDb;

/// <summary>Where an item lives.</summary>
internal readonly record struct ItemKey(string Partition, string Sort)
{
    public Dictionary<string, AttributeValue> ToAttributes() => new()
    {
        [AttributeNames.Partition] = new AttributeValue(Partition),
        [AttributeNames.Sort] = new AttributeValue(Sort),
    };

    public static ItemKey Of(Dictionary<string, AttributeValue> item) => new(item[AttributeNames.Partition].S, item[AttributeNames.Sort].S);
}

/// <summary>How keys are built.</summary>
/// <remarks>
/// Names of alarms may hold any character, the separator of these keys included, so alarms are found by a hash;
/// the text itself stands in the item. An incident's items share a partition: one query reads its whole story.
/// </remarks>
internal static class Keys
{
    public const string HeadSort = "HEAD";
    public const string DetailSort = "DETAIL";
    public const string JoinedPrefix = "ALARM#";
    public const string ChunkPrefix = "T#";

    private const string IncidentPrefix = "INC#";

    public static ItemKey Composites { get; } = new("COMPOSITES", "COMPOSITES");

    public static ItemKey Counter { get; } = new("COUNTER", "COUNTER");

    /// <summary>Maintenance windows of now and later: one item, for every alarm reads them.</summary>
    public static ItemKey Maintenance { get; } = new("MAINTENANCE", "CURRENT");

    public static ItemKey PastMaintenance { get; } = new("MAINTENANCE", "PAST");

    /// <summary>Overrides people have made, one item for all schedules.</summary>
    public static ItemKey Overrides { get; } = new("OVERRIDES", "CURRENT");

    /// <summary>Requests for a swap, one item for all schedules.</summary>
    public static ItemKey Swaps { get; } = new("SWAPS", "CURRENT");
    /// <summary>Which configuration is in force. Its versions, and every move from one to another, are in the same partition.</summary>
    public static ItemKey Configuration { get; } = new("CONFIGURATION", "POINTER");

    public const string MovePrefix = "MOVE#";

    public const string VersionPrefix = "VERSION#";

    public static ItemKey ConfigurationVersion(string id) => new(Configuration.Partition, VersionPrefix + id);

    public static ItemKey ConfigurationMove(long revision) => new(Configuration.Partition, MovePrefix + revision.ToString("D9", CultureInfo.InvariantCulture));

    /// <summary>The addresses of calendars, by hash, and the versions of schedules they showed.</summary>
    public static ItemKey Calendars { get; } = new("CALENDARS", "CURRENT");

    /// <summary>Time off people have entered, one item for all of them.</summary>
    public static ItemKey TimeOff { get; } = new("TIMEOFF", "CURRENT");

    /// <summary>The notices last sent to teams, one item for all of them.</summary>
    public static ItemKey Told { get; } = new("TOLD", "CURRENT");

    /// <summary>The pages people got within the last minute, one item for all, for every alarm reads it.</summary>
    public static ItemKey Minute { get; } = new("MINUTE", "MINUTE");

    /// <summary>When the tick came round last.</summary>
    public static ItemKey Tick { get; } = new("TICK", "TICK");

    /// <summary>What is written to see whether anything can be.</summary>
    public static ItemKey Probe { get; } = new("PROBE", "PROBE");

    public static ItemKey Heartbeat(string name) => new("HEARTBEAT#" + name, "HEARTBEAT");

    public static ItemKey Reconciled { get; } = new("RECONCILED", "RECONCILED");

    public static string Incident(IncidentNumber number) => IncidentPrefix + number.Value.ToString(CultureInfo.InvariantCulture);

    public static ItemKey Head(IncidentNumber number) => new(Incident(number), HeadSort);

    public static ItemKey Detail(IncidentNumber number) => new(Incident(number), DetailSort);

    public static ItemKey Postmortem(IncidentNumber number) => new(Incident(number), "POSTMORTEM");

    /// <param name="first">Sequence number of the first event in it.</param>
    public static ItemKey Chunk(IncidentNumber number, int first) => new(Incident(number), ChunkPrefix + first.ToString("D9", CultureInfo.InvariantCulture));

    public static ItemKey Joined(IncidentNumber number, AlarmMember member) => new(
        Incident(number),
        JoinedPrefix + Hash(member.Key.Value) + (member.ContributorId is { } contributor ? "#" + Hash(contributor) : ""));

    public static ItemKey Alarm(AlarmMember member) => new(
        "ALARM#" + Hash(member.Key.Value),
        member.ContributorId is { } contributor ? "CONTRIBUTOR#" + Hash(contributor) : "ALARM");

    /// <param name="group">Account and region; null for the whole service.</param>
    public static ItemKey Service(ServiceId id, string? group = null) => new("SERVICE#" + id, group is null ? "SERVICE" : "GROUP#" + group);

    /// <param name="hash">Of the link's token; the token itself is kept nowhere.</param>
    public static ItemKey Link(string hash) => new("LINK#" + hash, "LINK");

    /// <summary>When each person confirmed a test page last.</summary>
    public static ItemKey TestsConfirmed { get; } = new("TESTPAGES", "CONFIRMED");

    public static ItemKey TestPage(string id) => new("TESTPAGE#" + id, "TESTPAGE");

    /// <param name="id">Hash of an idempotency key.</param>
    public static ItemKey Answer(string id) => new("ANSWER#" + id, "ANSWER");

    public static IncidentNumber NumberOf(string partition) =>
        new(int.Parse(partition.AsSpan(IncidentPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture));

    /// <summary>The first 128 bits of SHA-256, as 22 characters.</summary>
    public static string Hash(string text) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
