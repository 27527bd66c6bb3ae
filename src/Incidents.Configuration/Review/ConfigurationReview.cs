using Incidents.Configuration.Sections;
using Incidents.Configuration.Yaml;
using Incidents.Domain.Configuration;
using NodaTime;

namespace Incidents.Configuration.Review;

/// <summary>What is legal and still seldom meant: warned of, never refused.</summary>
internal static class ConfigurationReview
{
    public static void Warn(OnCallConfiguration configuration, ConfigurationSections sections, Instant now)
    {
        foreach (var (id, schedule) in configuration.Schedules)
        {
            var value = sections.Schedules[id.Value];
            GapReview.Warn(schedule, value, now);
            RosterReview.Warn(schedule.Definition, configuration.People, value);
            TurnsReview.Warn(schedule, configuration.People, value, now);
            OverrideReview.Warn(schedule.Definition, configuration.People, value, now);
        }

        PatternReview.Warn(configuration.Services.Values, sections.Services);
        TargetReview.Warn(configuration, sections);
        NobodyReview.Warn(configuration, sections);
        NotifyReview.Warn(configuration, sections);
        QuietReview.Warn(configuration, sections);
        TimeOffReview.Warn(configuration, sections, now);
        StaffingReview.Warn(configuration, sections, now);
    }
}
