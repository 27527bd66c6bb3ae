using System.Globalization;
using Incidents.Application.SlackMarkup;
using Incidents.Domain.People;
using NodaTime;

namespace Incidents.Application.Notifications;

/// <summary>What a service in shadow mode says in place of paging.</summary>
internal static class ShadowWords
{
    /// <summary>The mark that begins every message about an incident of such a service.</summary>
    public const string Mark = "SHADOW, nobody is paged";

    /// <summary>The mark before the words of a message; empty for a service that is live.</summary>
    public static Mrkdwn Before(bool isShadow) => isShadow ? Mrkdwn.Of($"{Mark} · ") : Mrkdwn.Empty;

    /// <summary>`Slack, SMS after 1 min, the phone after 3 min`.</summary>
    public static string Channels(IEnumerable<NotificationRule> rules) => string.Join(", ", rules.Select(rule =>
        rule.After == Duration.Zero ? TimelineWords.Channel(rule.Channel) : string.Create(CultureInfo.InvariantCulture, $"{TimelineWords.Channel(rule.Channel)} after {rule.After.TotalMinutes:0.#} min")));
}
