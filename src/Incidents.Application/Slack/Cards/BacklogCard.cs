using Incidents.Application.Briefing;
using Incidents.Application.Slack.BlockKit;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Slack.Cards;

/// <summary>One message for all that waited while nothing got through, the worst first. Its mentions wake; a card for each would bury.</summary>
public sealed class BacklogCard(CardReach reach)
{
    private const int MostLines = 15;
    private const int LongestLine = 180;

    /// <summary>Renders what is still open of it.</summary>
    public SlackMessage Render(IReadOnlyList<IncidentBriefing> briefings)
    {
        var times = IncidentCard.Times(briefings[0]);
        var shadow = briefings[0].IsShadow;
        var headline = Mrkdwn.Of($"{(shadow ? $"{ShadowWords.Mark} · " : "")}{briefings.Count} incidents are waiting: pages were held up. Worst: {briefings[0].Incident.Severity.ToString()} {briefings[0].ServiceAndAccount}");
        var people = briefings.SelectMany(b => b.Paged).DistinctBy(p => p.Id).Select(p => p.SlackId is { } id && !shadow ? Mrkdwn.Mention(id) : Mrkdwn.Of($"*{p.Name}*"));
        return new SlackMessage(
            headline,
            new SlackBlock.Header($"{(shadow ? $"⚪ {ShadowWords.Mark} ·" : "🔴")} {briefings.Count} incidents are waiting"),
            new SlackBlock.Section(Mrkdwn.Of($"{Mrkdwn.Join(", ", people)}: these came while pages did not get through. Please acknowledge them.")),
            new SlackBlock.Section(Mrkdwn.Lines([.. briefings.Take(MostLines).Select(b => Line(b, times))])),
            new SlackBlock.Context(More(briefings.Count)),
            new SlackBlock.Context(Mrkdwn.Of($"Acknowledge: {Mrkdwn.Code("incidents ack INC-…")}")));
    }

    private Mrkdwn Line(IncidentBriefing briefing, CardTimes times)
    {
        var incident = briefing.Incident;
        var number = reach.IncidentPage(incident.Number) is { } page ? Mrkdwn.Link(page, incident.Number.ToString()) : Mrkdwn.Of($"{incident.Number.ToString()}");
        var state = incident.Status == IncidentStatus.Acknowledged ? Mrkdwn.Of($", acknowledged by {incident.AcknowledgedBy?.Name}") : Mrkdwn.Empty;
        return Mrkdwn.Of($"• {number} {incident.Severity.ToString()} {briefing.ServiceAndAccount}: {HeadlineWords.Line(briefing, LongestLine)} (since {times.Of(incident.TriggeredAt, incident.TriggeredAt)}{state})");
    }

    private static Mrkdwn More(int count) => count > MostLines ? Mrkdwn.Of($"And {count - MostLines} more: {Mrkdwn.Code("incidents list")}") : Mrkdwn.Empty;
}
