using Incidents.Application.Notifications;
using Incidents.Application.Slack.BlockKit;
using Incidents.Application.SlackMarkup;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Slack.Cards;

/// <summary>One short message for what changed in several incidents. Mentions those people whom the single messages would have mentioned.</summary>
public sealed class GatheredNews(CardLinks reach)
{
    /// <summary>Renders the news, the worst incident first.</summary>
    public SlackMessage Render(IReadOnlyList<IncidentUpdate> news)
    {
        var worst = news[0].Briefing.Incident;
        var what = news.Select(n => n.Kind).Distinct().ToList() is [var only] ? Mrkdwn.Of($" {InWords(only)}") : Mrkdwn.Empty;
        var headline = Mrkdwn.Of($"{ShadowWords.Before(news[0].Briefing.IsShadow)}{news.Count} incidents{what}, worst: {worst.Number.ToString()} {worst.Severity.ToString()} {SlackText.Cut(news[0].Briefing.ServiceAndAccount, 40)}: {SlackText.Cut(worst.Title, 80)}");
        var asked = news.Where(n => n.Kind == UpdateKind.StillOnIt && n.Briefing.Incident.Status == IncidentStatus.Acknowledged).ToList();
        return new SlackMessage(
            headline,
            [
                new SlackBlock.Section(headline),
                .. news.GroupBy(n => n.Kind).SelectMany(kind => kind.Select(Line).Chunk(LinesASection)).Select(lines => new SlackBlock.Section(Mrkdwn.Lines(lines))),
                new SlackBlock.Section(Question(asked)),
                Buttons(asked),
            ]);
    }

    private SlackBlock.Actions Buttons(List<IncidentUpdate> asked) => reach.PublicUrl is null || asked.Count == 0
        ? new SlackBlock.Actions()
        : new SlackBlock.Actions(new BacklogCard(reach).Press(CardAction.StillOnIt, [.. asked.Select(n => n.Briefing.Incident)], $"Still on it, all {asked.Count}"));

    private static Mrkdwn Question(List<IncidentUpdate> asked) => asked.Count == 0
        ? Mrkdwn.Empty
        : Mrkdwn.Of($"{Mrkdwn.Join(", ", asked.Select(n => n.Briefing.Holder).OfType<PagedPerson>().DistinctBy(p => p.Id).Select(p => p.SlackId is { } id ? Mrkdwn.Mention(id) : Mrkdwn.Of($"{p.Name}")))}: still on it? Without an answer you are paged again, and then the next step.");

    private static Mrkdwn Line(IncidentUpdate news)
    {
        var incident = news.Briefing.Incident;
        var by = news.Kind is UpdateKind.Acknowledged or UpdateKind.Snoozed or UpdateKind.StillOnIt && incident.AcknowledgedBy is { } holder ? Mrkdwn.Of($" ({SlackText.Cut(holder.Name, 30)})") : Mrkdwn.Empty;
        var mention = news.Kind != UpdateKind.StillOnIt && FollowUp.Mentioned(news.Briefing, news.Kind)?.SlackId is { } id ? Mrkdwn.Of($" {Mrkdwn.Mention(id)}") : Mrkdwn.Empty;
        return Mrkdwn.Of($"• {incident.Number.ToString()} {incident.Severity.ToString()} {SlackText.Cut(news.Briefing.ServiceAndAccount, 24)}: {InWords(news.Kind)}{by}{mention}");
    }

    private static string InWords(UpdateKind kind) => kind switch
    {
        UpdateKind.Acknowledged => "acknowledged",
        UpdateKind.GivenBack => "given back",
        UpdateKind.AlarmsJoined => "more alarms joined",
        UpdateKind.Recovered => "recovered",
        UpdateKind.Resolved => "resolved",
        UpdateKind.Reopened => "back again",
        UpdateKind.StillOnIt => "still on it?",
        UpdateKind.Snoozed => "snoozed",
        UpdateKind.Mitigated => "mitigated",
        UpdateKind.SeverityLowered => "severity lowered",
        UpdateKind.Held => "opened without a page",
        _ => "still open",
    };

    private const int LinesASection = 25;
}
