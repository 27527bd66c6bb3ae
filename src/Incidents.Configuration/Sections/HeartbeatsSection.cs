using Incidents.Configuration.Yaml;
using Incidents.Domain.Heartbeats;
using NodaTime;

namespace Incidents.Configuration.Sections;

/// <summary>Jobs that have to be heard: `heartbeats: { nightly-backup: { every: 24h, service: backups } }`.</summary>
internal static class HeartbeatsSection
{
    private const int Most = 500;

    public static readonly Duration Shortest = Duration.FromMinutes(5);
    public static readonly Duration Longest = Duration.FromHours(1_000);
    public static readonly Duration UsualGrace = Duration.FromMinutes(10);
    public static readonly Duration LongestGrace = Duration.FromDays(1);

    public static OrderedDictionary<string, Heartbeat> Read(ConfigurationSections sections, KnownIds ids)
    {
        var heartbeats = new OrderedDictionary<string, Heartbeat>();
        foreach (var (name, value) in sections.Heartbeats)
        {
            if (value.Object("Write { every: 24h, service: backups }.") is not { } entry)
            {
                continue;
            }

            var every = entry.Require("every", "Say how far apart its beats are: every: 24h.")?.Duration(Shortest, Longest);
            var grace = entry.Find("grace")?.Duration(Duration.Zero, LongestGrace) ?? UsualGrace;
            var service = entry.Require("service", "Name the service whose incident a missing beat is.") is { } named ? ids.Service(named) : null;
            var severity = entry.Find("severity")?.Severity();
            entry.RefuseOthers();
            if (every is { } interval && service is { } owner)
            {
                heartbeats.Add(name, new Heartbeat(name, interval, grace, owner, severity));
            }
        }

        if (sections.Heartbeats.Count > Most)
        {
            sections.Heartbeats.GetAt(Most).Value.ErrorAtKey($"There are more than {Most} heartbeats. Every one is looked at each minute: keep the {Most} that matter.");
        }

        return heartbeats;
    }
}
