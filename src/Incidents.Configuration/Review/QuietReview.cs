using Incidents.Configuration.Sections;
using Incidents.Configuration.Yaml;
using Incidents.Domain.Configuration;
using Incidents.Domain.Paging;
using Incidents.Domain.People;

namespace Incidents.Configuration.Review;

/// <summary>Quiet hours of a person who has no channel that waits for their end.</summary>
internal static class QuietReview
{
    public static void Warn(OnCallConfiguration configuration, ConfigurationSections sections)
    {
        foreach (var person in configuration.People.Values.Where(person => person is { QuietHours: not null, IsActive: true }))
        {
            if (configuration.NextChannels(person).All(kind => kind == ChannelKind.Slack))
            {
                sections.People[person.Id.Value].Follow("quiet_hours").WarnAtKey(
                    $"{person.Name} can be reached by Slack alone, which does not wait for the end of quiet hours, so they change nothing. Remove `quiet_hours`; Slack has a notification schedule of its own.");
            }
        }
    }
}
