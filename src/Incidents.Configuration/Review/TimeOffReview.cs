using Incidents.Configuration.Sections;
using Incidents.Domain.Configuration;
using Incidents.Domain.OnCall.Absences;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Configuration.Review;

/// <summary>People who are on call while they are away, in the next 90 days. They are paged all the same: only people change who is on call.</summary>
internal static class TimeOffReview
{
    private static readonly Duration Ahead = Duration.FromDays(90);

    public static void Warn(OnCallConfiguration configuration, ConfigurationSections sections, Instant now)
    {
        var absences = configuration.PlannedAbsences();
        foreach (var conflict in ScheduleConflict.Find(configuration, absences, Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds()), now + Ahead))
        {
            var duty = conflict.Duty;
            sections.People[duty.Person.Value].WarnAtKey(
                $"{configuration.NameOf(duty.Person)} is on call on \"{conflict.Schedule}\" from {InstantPattern.General.Format(duty.From)} to {InstantPattern.General.Format(duty.To)} and away. Find cover: {conflict.Cover[0]}");
        }
    }
}
