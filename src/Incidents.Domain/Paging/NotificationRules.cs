using Incidents.Domain.Configuration;
using Incidents.Domain.People;
using NodaTime;

namespace Incidents.Domain.Paging;

/// <summary>How a person is reached when an incident of some urgency needs them.</summary>
public static class NotificationRules
{
    private static readonly NotificationRule Card = new(ChannelKind.Slack, Duration.Zero);
    private static readonly Duration FirstRing = Duration.FromMinutes(1);
    private static readonly Duration Call = Duration.FromMinutes(3);

    /// <summary>The person's rules, the earliest first; only channels by which they can be reached, and never none.</summary>
    public static IReadOnlyList<NotificationRule> RulesFor(this OnCallConfiguration configuration, Person person, Urgency urgency)
    {
        var own = urgency == Urgency.High ? person.Notify.High : person.Notify.Low;
        NotificationRule[] rules = [.. (own ?? Usual(configuration, person, urgency)).Where(rule => configuration.Reaches(person, rule.Channel)).OrderBy(rule => rule.After)];
        return rules.Length > 0 ? rules : [Card];
    }

    /// <summary>The card at once; the first that rings after a minute: push, else a text, else a mail; a call after three.</summary>
    private static IEnumerable<NotificationRule> Usual(OnCallConfiguration configuration, Person person, Urgency urgency)
    {
        yield return Card;
        if (urgency == Urgency.Low)
        {
            yield break;
        }

        string[] preferred = [ChannelKind.Push, ChannelKind.Sms, ChannelKind.Email];
        if (Array.Find(preferred, kind => configuration.Reaches(person, kind)) is { } first)
        {
            yield return new NotificationRule(first, FirstRing);
        }

        yield return new NotificationRule(ChannelKind.Voice, Call);
    }
}
