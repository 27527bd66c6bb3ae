using Incidents.Application.Notifications;
using Incidents.Application.Slack.BlockKit;
using Incidents.Application.SlackMarkup;

namespace Incidents.Application.Slack.Cards;

/// <summary>The page the alarm itself names, the runbook that fits best with its first steps, and the names of the others.</summary>
internal static class CardRunbooks
{
    private const int MostSteps = 5;
    private const int LongestStep = 300;
    private const int LongestAddress = 120;

    public static IEnumerable<SlackBlock> Blocks(NotificationContent briefing, CardLinks reach)
    {
        if (!briefing.Incident.IsOpen)
        {
            return [];
        }

        var named = new SlackBlock.Context(Named(briefing)) { Expendable = true };
        if (briefing.Runbooks is not [var best, ..])
        {
            return [named];
        }

        var others = Mrkdwn.Join(", ", briefing.Runbooks.Skip(1).Select(other => Title(other, briefing, reach)));
        return
        [
            new SlackBlock.Divider(),
            new SlackBlock.Section(Mrkdwn.Lines(
                [Mrkdwn.Of($"*Runbook:* {Title(best, briefing, reach)}"), .. best.FirstSteps.Take(MostSteps).Select(Step), More(best)])) { Expendable = true },
            named,
            new SlackBlock.Context(others.IsEmpty ? Mrkdwn.Empty : Mrkdwn.Of($"Also fitting: {others}")) { Expendable = true },
        ];
    }

    /// <summary>An address from outside is shown with its own host, so that the reader sees where the link leads.</summary>
    private static Mrkdwn Named(NotificationContent briefing) => briefing.Cause?.RunbookPage is { } page
        ? Mrkdwn.Of($"Runbook in the alarm's description: {Mrkdwn.Link(page, SlackText.Cut(page.Host + page.AbsolutePath, LongestAddress))}")
        : Mrkdwn.Empty;

    private static Mrkdwn Title(RunbookHint runbook, NotificationContent briefing, CardLinks reach) =>
        reach.RunbookPage(briefing.Incident.Number, runbook.Id) is { } page ? Mrkdwn.Link(page, runbook.Title) : Mrkdwn.Of($"{runbook.Title}");

    private static Mrkdwn Step(string text, int index) => Mrkdwn.Of($"{index + 1}. {text}").Cut(LongestStep);

    private static Mrkdwn More(RunbookHint runbook) => runbook.FirstSteps.Count > MostSteps
        ? Mrkdwn.Of($"… and {runbook.FirstSteps.Count - MostSteps} steps more")
        : Mrkdwn.Empty;
}
