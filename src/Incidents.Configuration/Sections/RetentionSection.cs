using Incidents.Configuration.Yaml;
using NodaTime;

namespace Incidents.Configuration.Sections;

/// <summary>How long what is over stays: `retention: { incidents: 400d }`.</summary>
internal static class RetentionSection
{
    private const string Advice = "Write retention: { incidents: 400d }, or remove it to keep everything.";

    /// <summary>Far longer than anybody can reopen an incident or comes back to a postmortem.</summary>
    public static readonly Duration Shortest = Duration.FromDays(30);
    public static readonly Duration Longest = Duration.FromDays(3_650);

    /// <summary>How long incidents stay once they are resolved; null for good.</summary>
    public static Duration? Read(ConfigurationSections sections)
    {
        if (sections.Retention?.Object(Advice) is not { } entry)
        {
            return null;
        }

        var incidents = entry.Require("incidents", Advice)?.Duration(Shortest, Longest);
        entry.RefuseOthers();
        return incidents;
    }
}
