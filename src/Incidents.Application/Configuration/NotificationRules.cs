using Incidents.Application.Paging;
using Incidents.Domain;
using NodaTime;

namespace Incidents.Application.Configuration;

/// <summary>How a person is reached when an incident of some urgency needs them.</summary>
public static class NotificationRules
{
    /// <summary>The person's rules, the earliest first; only channels by which they can be reached.</summary>
    public static IReadOnlyList<NotificationRule> RulesFor(this OnCallConfiguration configuration, Person person, Urgency urgency) =>
        [new NotificationRule(ChannelKind.Slack, Duration.Zero)];
}
