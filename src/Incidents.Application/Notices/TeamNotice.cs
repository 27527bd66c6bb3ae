using Incidents.Application.Configuration;
using Incidents.Application.Paging;
using Incidents.Application.Slack;
using Incidents.Application.Slack.BlockKit;

namespace Incidents.Application.Notices;

/// <summary>Tells the team something about this installation itself, in the catch-all's Slack channel.</summary>
public sealed class TeamNotice(ISlackWebhook slack, IFallback fallback, IConfigurationSource configuration)
{
    /// <summary>Tells it once: where Slack does not take it, to the fallback topic. No answer from Slack counts as told, for it may have arrived.</summary>
    /// <param name="text">Plain text.</param>
    public async Task Tell(string text, CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        var answer = await slack.Post(settings.Slack.ChannelOf(settings.CatchAll.Service), new SlackMessage(Mrkdwn.Text(text)).ToJson(), cancellation);
        if (answer is SlackAnswer.Rejected or SlackAnswer.RetryLater)
        {
            await fallback.Publish(new FallbackMessage("Incidents: notice", text), cancellation);
        }
    }
}
