using System.Globalization;
using Incidents.Application.Notifications;
using Incidents.Application.Paging;
using Incidents.Application.Slack.BlockKit;
using Incidents.Application.SlackMarkup;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Slack.Cards;

/// <summary>One message for incidents that reach the same people at the same time, the worst first. Its mentions wake; a card for each would bury.</summary>
/// <remarks>Every incident is named, for only a named one counts as sent; <see cref="MostNamed"/> of them fit, whatever their titles are made of.</remarks>
public sealed class BacklogCard(CardLinks reach)
{
    /// <summary>How many incidents one message names.</summary>
    public const int MostNamed = 250;

    /// <summary>How many of them have a line of their own; the others are named by their numbers.</summary>
    private const int MostLines = 80;

    private const int MostInFull = 8;

    /// <summary>Renders the incidents as they stand; acknowledged ones stay named.</summary>
    public SlackMessage Render(IReadOnlyList<NotificationContent> briefings)
    {
        var times = IncidentCard.Times(briefings[0]);
        var shadow = briefings[0].IsShadow;
        var (count, what, canWait) = (briefings.Count, SeveralWords.Of(briefings), SeveralWords.AreNotices(briefings));
        var worst = briefings[0].Incident;
        var headline = Mrkdwn.Of($"{ShadowWords.Before(shadow)}{what}, worst: {worst.Number.ToString()} {worst.Severity.ToString()} {Short(briefings[0].ServiceAndAccount, 60)}: {Short(HeadlineWords.Line(briefings[0], 140), 120)}");
        var waiting = briefings.Where(b => b.Incident.NeedsResponder).ToList();
        var people = briefings.SelectMany(b => b.Paged).DistinctBy(p => p.Id).Select(p => p.SlackId is { } id && !shadow ? Mrkdwn.Mention(id) : Mrkdwn.Of($"*{p.Name}*"));
        return new SlackMessage(
            headline,
            [
                new SlackBlock.Header($"{(shadow ? $"⚪ {ShadowWords.Mark} ·" : waiting.Count == 0 ? "🟡" : canWait ? "🔵" : "🔴")} {what}, worst: {worst.Severity}"),
                new SlackBlock.Section(waiting.Count == 0 ? Mrkdwn.Of($"None of them waits for anybody any more.") : canWait ? Mrkdwn.Of($"{Mrkdwn.Join(", ", people)}: this can wait. Acknowledge what you have seen.") : Mrkdwn.Of($"{Mrkdwn.Join(", ", people)}: please acknowledge.")),
                .. briefings.Take(MostLines).Select((briefing, index) => Line(briefing, times, inFull: index < MostInFull)).Chunk(LinesASection).Select(lines => new SlackBlock.Section(Mrkdwn.Lines(lines))),
                new SlackBlock.Section(count > MostLines ? Mrkdwn.Of($"Also INC-{NumberRanges.Of(briefings.Skip(MostLines).Select(b => b.Incident.Number))}") : Mrkdwn.Empty),
                Buttons(waiting),
                new SlackBlock.Context(InWords(waiting)),
            ]);
    }

    /// <summary>The same without any layout, for when Slack refuses it: every incident is named by its number.</summary>
    public SlackMessage RenderBare(IReadOnlyList<NotificationContent> briefings) =>
        new(Mrkdwn.Of($"{Render(briefings).Text} Also INC-{NumberRanges.Of(briefings.Skip(1).Select(b => b.Incident.Number))}. Acknowledge all: {Mrkdwn.Code(reach.Commands.Of("ack --mine"))}"));

    private SlackBlock.Actions Buttons(List<NotificationContent> waiting) => reach.PublicUrl is null || waiting.Count == 0
        ? new SlackBlock.Actions()
        : new SlackBlock.Actions(Press(CardAction.Acknowledge, [.. waiting.Select(b => b.Incident)], waiting.Count == 1 ? "Acknowledge" : $"Acknowledge all {waiting.Count}"));

    /// <summary>One button about several incidents.</summary>
    internal SlackButton Press(CardAction action, IReadOnlyList<Incident> incidents, string label)
    {
        var also = string.Join(',', incidents.Skip(1).Select(i => i.Number.Value.ToString(CultureInfo.InvariantCulture)));
        var button = new CardButton(reach.Stack, incidents[0].Number, action) { Also = also.Length > 0 ? also : null };
        return new SlackButton(button.ActionId, label) { Value = button.ToValue(), Style = SlackButtonStyle.Primary };
    }

    private Mrkdwn InWords(List<NotificationContent> waiting) => reach.PublicUrl is not null || waiting.Count == 0
        ? Mrkdwn.Empty
        : Mrkdwn.Of($"Acknowledge all that you were paged for: {Mrkdwn.Code(reach.Commands.Of("ack --mine"))} · one: {Mrkdwn.Code(reach.Commands.Of("ack INC-…"))}");

    private Mrkdwn Line(NotificationContent briefing, CardTimes times, bool inFull)
    {
        var incident = briefing.Incident;
        if (!inFull)
        {
            return Mrkdwn.Of($"• {incident.Number.ToString()} {incident.Severity.ToString()} {Short(briefing.ServiceAndAccount, 24)}: {Short(HeadlineWords.Line(briefing, 60), 45)}");
        }

        var number = reach.IncidentPage(incident.Number) is { } page ? Mrkdwn.Link(page, incident.Number.ToString()) : Mrkdwn.Of($"{incident.Number.ToString()}");
        var state = incident switch
        {
            { IsOpen: false } => Mrkdwn.Of($", resolved"),
            { Status: IncidentStatus.Acknowledged } => Mrkdwn.Of($", acknowledged by {Short(incident.AcknowledgedBy?.Name ?? "", 30)}"),
            _ => Mrkdwn.Empty,
        };
        return Mrkdwn.Of($"• {number} {incident.Severity.ToString()} {Short(briefing.ServiceAndAccount, 40)}: {Short(HeadlineWords.Line(briefing, 120), 100)} (since {times.Date(incident.TriggeredAt, incident.TriggeredAt)}{state})");
    }

    /// <summary>Cut by the room it takes once it is escaped, so that a hundred lines fit.</summary>
    private static string Short(string text, int room)
    {
        var end = 0;
        while (end < text.Length && room > 0)
        {
            room -= char.IsAsciiLetterOrDigit(text[end]) || text[end] is ' ' or '-' or '_' or '.' or ':' or '/' ? 1 : 6;
            end++;
        }

        return end == text.Length ? text : SlackText.Cut(text, Math.Max(1, end));
    }

    private const int LinesASection = 10;
}
