using Incidents.Domain.Incidents;
using Incidents.Domain.People;
using Incidents.Domain.Services;

namespace Incidents.Application.Notifications;

/// <summary>The channels this process can send by. One that is not among them is passed over for the next.</summary>
/// <remarks>A page of the kind <see cref="Page.Team"/> or <see cref="Page.Shadow"/> goes by the channel of its team, whatever kind that is.</remarks>
public sealed class NotificationChannels(IEnumerable<INotificationChannel> channels)
{
    // The last one wins, as everywhere in the container: a host puts its own in the place of a usual one by adding it later.
    private readonly Dictionary<string, INotificationChannel> byKind = channels.GroupBy(c => c.Kind).ToDictionary(same => same.Key, same => same.Last());

    /// <summary>Whether this process has a channel for pages of a kind.</summary>
    /// <param name="kind">One of <see cref="ChannelKind"/>, or <see cref="Page.Shadow"/>.</param>
    public bool CanSend(string kind, TeamChannel team) => byKind.ContainsKey(KindOf(kind, team));

    /// <summary>Makes one attempt at a page by a channel of its kind.</summary>
    /// <returns>What the channel answered. Nothing is thrown for what goes wrong in it.</returns>
    public Task<DeliveryResult> Page(string kind, PageMessage message, CancellationToken cancellation) =>
        Send(KindOf(kind, message.Team), message, replaces: null, cancellation);

    /// <summary>Makes one attempt to say something in a team's channel.</summary>
    /// <param name="replaces">The message in whose place it goes; null posts a new one.</param>
    /// <inheritdoc cref="Page" path="/returns" />
    public Task<DeliveryResult> Tell(Notification content, MessageRef? replaces, CancellationToken cancellation) =>
        Send(replaces?.Channel ?? content.Team.Kind, content, replaces, cancellation);

    private static string KindOf(string kind, TeamChannel team) => Domain.Incidents.Page.IsForTeam(kind) ? team.Kind : kind;

    private async Task<DeliveryResult> Send(string kind, Notification content, MessageRef? replaces, CancellationToken cancellation) =>
        byKind.GetValueOrDefault(kind) is { } channel
            ? await ChannelCall.Ask(() => channel.Send(content, replaces, cancellation), cancellation)
            : new DeliveryResult.Rejected($"this installation cannot send by {kind}");
}
