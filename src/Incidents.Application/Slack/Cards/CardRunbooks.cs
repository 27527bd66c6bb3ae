using Incidents.Application.Briefing;
using Incidents.Application.Slack.BlockKit;

namespace Incidents.Application.Slack.Cards;

/// <summary>The runbook that fits best with its first steps, and the names of the others.</summary>
internal static class CardRunbooks
{
    private const int MostSteps = 5;
    private const int LongestStep = 300;

    public static IEnumerable<SlackBlock> Blocks(IncidentBriefing briefing, CardReach reach)
    {
        if (!briefing.Incident.IsOpen || briefing.Runbooks is not [var best, ..])
        {
            return [];
        }

        var others = Mrkdwn.Join(", ", briefing.Runbooks.Skip(1).Select(other => Title(other, briefing, reach)));
        return
        [
            new SlackBlock.Divider(),
            new SlackBlock.Section(Mrkdwn.Lines(
                [Mrkdwn.Of($"*Runbook:* {Title(best, briefing, reach)}"), .. best.FirstSteps.Take(MostSteps).Select(Step), More(best)])) { Expendable = true },
            new SlackBlock.Context(others.IsEmpty ? Mrkdwn.Empty : Mrkdwn.Of($"Also fitting: {others}")) { Expendable = true },
        ];
    }

    private static Mrkdwn Title(RunbookHint runbook, IncidentBriefing briefing, CardReach reach) =>
        reach.RunbookPage(briefing.Incident.Number, runbook.Id) is { } page ? Mrkdwn.Link(page, runbook.Title) : Mrkdwn.Of($"{runbook.Title}");

    private static Mrkdwn Step(string text, int index) => Mrkdwn.Of($"{index + 1}. {text}").Cut(LongestStep);

    private static Mrkdwn More(RunbookHint runbook) => runbook.FirstSteps.Count > MostSteps
        ? Mrkdwn.Of($"… and {runbook.FirstSteps.Count - MostSteps} steps more")
        : Mrkdwn.Empty;
}
