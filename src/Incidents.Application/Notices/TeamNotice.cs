using Incidents.Application.Configuration;
using Incidents.Application.Paging;
using Incidents.Application.Slack;
using Incidents.Application.Slack.BlockKit;
using Incidents.Application.SlackMarkup;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Notices;

/// <summary>Posts a notice that is no incident to a team's Slack channel.</summary>
public sealed class TeamNotice(ISlackWebhook slack, IFallback fallback, IOnCallConfigurationProvider configuration)
{
    /// <summary>Posts to the catch-all's channel a notice about this installation itself.</summary>
    /// <param name="text">Plain text.</param>
    public async Task Tell(string text, CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        await Tell(text, settings.Slack.ChannelOf(settings.CatchAll.Service), cancellation);
    }

    /// <summary>Posts plain text of one line or several.</summary>
    /// <param name="channel">Its name in <see cref="SlackSettings.Webhooks"/>.</param>
    public Task Tell(string text, string channel, CancellationToken cancellation) => Tell([Mrkdwn.Text(text)], channel, cancellation);

    /// <summary>Posts it once; where Slack refuses it, to the fallback topic. No answer from Slack counts as posted, for it may have arrived.</summary>
    /// <param name="lines">What they say, dates included; they contain no mentions.</param>
    /// <param name="channel">Its name in <see cref="SlackSettings.Webhooks"/>.</param>
    public async Task Tell(IReadOnlyList<Mrkdwn> lines, string channel, CancellationToken cancellation)
    {
        var answer = await slack.Post(channel, SlackMessage.Of(lines).ToJson(), cancellation);
        if (answer is DeliveryResult.Rejected or DeliveryResult.RetryLater)
        {
            await fallback.Publish(new FallbackMessage("Incidents: notice", Mrkdwn.Lines(lines).ToPlainText()), cancellation);
        }
    }
}
