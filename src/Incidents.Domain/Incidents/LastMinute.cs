using System.Collections.Immutable;
using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>Messages to people within the last minute, as far as is known: they decide whether a page leaves at once or together with others.</summary>
/// <remarks>May be incomplete: what is not known of costs a message more, never a page.</remarks>
/// <param name="Pages">Pages that fell due, those that still wait for others included.</param>
/// <param name="Waits">Channels that asked to wait. The name of the Slack channel is the one of the incident that is decided on.</param>
public sealed record LastMinute(ImmutableList<RecentPage> Pages, ImmutableList<ChannelWait> Waits)
{
    /// <summary>No message was sent.</summary>
    public static LastMinute Quiet { get; } = new([], []);

    /// <summary>How long a message to a person counts as recent.</summary>
    public static Duration Length { get; } = Duration.FromMinutes(1);

    /// <summary>How long pages wait for others. The message leaves within 15 seconds although the sweep looks every five.</summary>
    public static Duration Gather { get; } = Duration.FromSeconds(10);

    /// <summary>How many pages on one channel reach one person within a minute each on its own.</summary>
    /// <param name="channel">A text and a call interrupt: of those it is one.</param>
    public static int MostAlone(string channel) => IsRare(channel) ? 1 : 3;

    /// <summary>When a page that falls due now leaves together with others; null when it leaves now.</summary>
    /// <param name="place">Where it arrives: name of the Slack channel, or the person.</param>
    public Instant? LeavesAt(PersonId person, string channel, string place, Severity severity, Instant now)
    {
        if (channel == Page.Fallback)
        {
            return null;
        }

        var theirs = Pages.FindAll(p => p.Person == person && p.Channel == channel && p.LeavesAt > now - Length);
        var told = theirs.FindAll(p => p.LeavesAt <= now);
        if (!theirs.IsEmpty && (told.IsEmpty ? theirs : told).TrueForAll(p => severity.IsWorseThan(p.Severity)))
        {
            return null;
        }

        // A channel that asks for longer than a page waits for it is asked all the same: the next one is due 55 seconds after that.
        if (Waits.Find(w => w.Channel == channel && w.Name == place && w.Until > now && w.Until <= now + Page.AcceptWithin) is { } wait)
        {
            return wait.Until;
        }

        var longest = IsRare(channel) ? Length : Gather;
        if (theirs.Where(p => p.LeavesAt > now && p.LeavesAt <= now + longest).Min(p => (Instant?)p.LeavesAt) is { } next)
        {
            return next;
        }

        return told.Count < MostAlone(channel) ? null
            : IsRare(channel) ? told.Max(p => p.LeavesAt) + Length
            : now + Gather;
    }

    /// <summary>How many incidents the person got messages about on that channel.</summary>
    public int Told(PersonId person, string channel, Instant now) => Pages.Count(p => p.Person == person && p.Channel == channel && p.LeavesAt > now - Length && p.LeavesAt <= now);

    private static bool IsRare(string channel) => channel is Page.TextMessage or Page.Call;
}
