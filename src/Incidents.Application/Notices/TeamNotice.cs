using Incidents.Application.Configuration;
using Incidents.Application.Notifications;
using Incidents.Application.Paging;
using Incidents.Application.SlackMarkup;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.Services;

namespace Incidents.Application.Notices;

/// <summary>Posts a notice that is no incident to a team's channel.</summary>
public sealed class TeamNotice(NotificationChannels channels, IFallback fallback, IOnCallConfigurationProvider configuration)
{
    /// <summary>Posts to the catch-all's channel a notice about this installation itself.</summary>
    /// <param name="text">Plain text.</param>
    public async Task Tell(string text, CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        await Tell(text, settings.TeamChannelOf(settings.CatchAll.Service), cancellation);
    }

    /// <summary>Posts plain text of one line or several.</summary>
    public Task Tell(string text, TeamChannel channel, CancellationToken cancellation) => Tell([Mrkdwn.Text(text)], channel, cancellation);

    /// <summary>Posts it once; where the channel refuses it, to the fallback topic. No answer counts as posted, for it may have arrived.</summary>
    /// <param name="lines">What they say, dates included; they contain no mentions.</param>
    public async Task Tell(IReadOnlyList<Mrkdwn> lines, TeamChannel channel, CancellationToken cancellation)
    {
        var answer = await channels.Tell(new Notification.Notice(channel, lines), replaces: null, cancellation);
        if (answer is DeliveryResult.Rejected or DeliveryResult.RetryLater)
        {
            await fallback.Publish(new FallbackMessage("Incidents: notice", Mrkdwn.Lines(lines).ToPlainText()), cancellation);
        }
    }
}
