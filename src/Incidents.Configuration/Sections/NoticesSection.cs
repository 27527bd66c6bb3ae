using Incidents.Configuration.Yaml;
using Incidents.Domain.Configuration;
using NodaTime;

namespace Incidents.Configuration.Sections;

/// <summary>How messages of low urgency are told: `notices: { channel: quiet, digest: 1h }`.</summary>
internal static class NoticesSection
{
    private const string Advice = "Write notices: { channel: the-channel, digest: 1h }, or remove it.";

    public static readonly Duration Shortest = Duration.FromMinutes(5);
    public static readonly Duration Longest = Duration.FromDays(1);

    public static NoticeSettings Read(ConfigurationSections sections, KnownIds ids)
    {
        if (sections.Notices?.Object(Advice) is not { } entry)
        {
            return new NoticeSettings();
        }

        var settings = new NoticeSettings
        {
            Channel = entry.Find("channel") is { } channel ? ids.Channel(channel) : null,
            Digest = entry.Find("digest")?.Duration(Shortest, Longest) ?? NoticeSettings.UsualDigest,
        };
        entry.RefuseOthers();
        return settings;
    }
}
