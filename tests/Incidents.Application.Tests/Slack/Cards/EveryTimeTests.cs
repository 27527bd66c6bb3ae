using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Incidents.Application.Notifications;
using Incidents.Application.Slack.BlockKit;
using Incidents.Application.Slack.Cards;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Tests.Slack.Cards;

/// <summary>No time gets into a message of Slack but as a date that Slack renders, or with its zone where it renders none.</summary>
public sealed partial class EveryTimeTests
{
    private static readonly Instant Soon = Briefings.TriggeredAt + Duration.FromHours(1);
    private static readonly CardLinks Reachable = new("prod", new Uri("https://incidents.example.com"));

    [Fact]
    public void V15_EveryTime_InAMessageToSlack_IsADate_AndCarriesItsZoneOnTheLockScreen()
    {
        var messages = Lives().SelectMany(Messages).Select(message => new CardJson(message)).ToList();

        Assert.All(messages, message => Assert.DoesNotMatch(Clock(), Token().Replace(message.MarkUp, "")));
        Assert.All(messages, message => Assert.DoesNotMatch(Clock(), WithZone().Replace(message.LockScreen, "")));
        Assert.All(messages, message => Assert.DoesNotContain("<!date", message.LockScreen, StringComparison.Ordinal));
        Assert.True(messages.Count(message => Token().IsMatch(message.MarkUp)) > messages.Count / 3);
    }

    private static IEnumerable<SlackMessage> Messages(NotificationContent briefing) =>
    [
        new IncidentCard(Reachable).Render(briefing, mayBeRepeat: true),
        new IncidentCard(Reachable).RenderBare(briefing, mayBeRepeat: true),
        new BacklogCard(Reachable).Render([briefing, briefing]),
        new BacklogCard(Reachable).RenderBare([briefing, briefing]),
        .. Enum.GetValues<UpdateKind>().Select(news => new FollowUp(Reachable).Render(briefing, news)),
    ];

    private static IEnumerable<NotificationContent> Lives()
    {
        var alarm = Briefings.Triggered();
        var ana = alarm.Paged[0];
        var acknowledged = alarm.Acknowledged();
        yield return alarm;
        yield return alarm with { Paged = [ana with { AwayUntil = Soon }, ana with { Until = Soon + Duration.FromDays(3) }] };
        yield return alarm with { Paged = [] };
        yield return alarm.With(i => i with { Quiet = new PagingSuppression(Soon, SuppressionKind.Maintenance, "Maintenance: deploying") });
        yield return alarm.With(i => i with { FlappingSince = Soon, AskAgainAt = Soon });
        yield return acknowledged with { Holder = ana };
        yield return acknowledged.With(i => i with { AcknowledgedUntil = Soon, AskedStillOnIt = true }) with { Holder = ana };
        yield return acknowledged.With(i => i with { AcknowledgedUntil = Soon, AcknowledgedBy = new Actor("slack:U0ZED00001", "Zed", Via.Slack) });
        yield return acknowledged.With(i => i with { SnoozedUntil = Soon });
        yield return acknowledged.With(i => i with
        {
            Pages = ImmutableList.Create(new Page { Id = 9, Person = new PersonId("ben"), Channel = "slack", Step = 1, Deadline = Soon, RequestedAt = Soon }),
        });
        yield return acknowledged.Recovered();
        yield return alarm.Recovered().With(i => i with { ResolveAt = null });
        yield return alarm.Resolved();
    }

    [GeneratedRegex(@"\b[0-2][0-9]:[0-5][0-9]\b")]
    private static partial Regex Clock();

    [GeneratedRegex(@"\b[0-2][0-9]:[0-5][0-9]( [A-Z]{3,5})? \([A-Za-z_/]+\)")]
    private static partial Regex WithZone();

    [GeneratedRegex(@"<!date\^[0-9]+\^\{date_short_pretty\} \{time\}\|[^>]*[0-2][0-9]:[0-5][0-9]( [A-Z]{3,5})? \([A-Za-z_/]+\)>")]
    private static partial Regex Token();
}
