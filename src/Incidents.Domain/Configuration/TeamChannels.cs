using Incidents.Domain.Incidents;
using Incidents.Domain.Services;

namespace Incidents.Domain.Configuration;

/// <summary>Decides which team's channel gets the messages of a service or an incident.</summary>
public static class TeamChannels
{
    /// <summary>The channel of a service's cards: the one for shadow mode, else its own, else the usual one.</summary>
    public static TeamChannel TeamChannelOf(this OnCallConfiguration configuration, Service service) =>
        (service.IsShadow ? configuration.Slack.ShadowChannel : null) ?? service.Channel ?? configuration.Slack.UsualChannel;

    /// <summary>The channel of an incident: that of its service, or, for a message of low urgency, the one that is named for such.</summary>
    public static TeamChannel TeamChannelOf(this OnCallConfiguration configuration, Service service, IncidentSource source, Urgency urgency) =>
        source == IncidentSource.Message && urgency == Urgency.Low && !service.IsShadow && configuration.Notices.Channel is { } channel
            ? channel
            : configuration.TeamChannelOf(service);
}
