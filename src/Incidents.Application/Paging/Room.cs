using Incidents.Application.Notifications;
using Incidents.Application.Paging.Channels;
using Incidents.Application.Slack;
using Incidents.Application.Slack.Cards;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;

namespace Incidents.Application.Paging;

/// <summary>How many incidents one message has room to name: only a named incident counts as sent.</summary>
internal static class Room
{
    /// <param name="incidents">The worst first.</param>
    /// <returns>How many of them, from the first on; one at least.</returns>
    public static int For(string channel, IReadOnlyList<NotificationContent> incidents)
    {
        var some = incidents.Take(Page.IsForTeam(channel) ? BacklogCard.MostNamed : MostElsewhere).Select(b => b.Incident.Number).ToList();
        return channel switch
        {
            _ when Page.IsForTeam(channel) => FittingAButton(some),
            ChannelKind.Sms => NumberRanges.Fitting(some, SmsText.RoomForNumbers),
            ChannelKind.Voice => NumberRanges.Fitting(some, VoiceText.RoomForNumbers),
            ChannelKind.Push => NumberRanges.Fitting(some, PushText.RoomForNumbers),
            _ => some.Count,
        };
    }

    private static int FittingAButton(List<IncidentNumber> incidents)
    {
        var (count, room) = (0, CardButton.RoomForNumbers);
        while (count < incidents.Count && (room -= incidents[count].ToString().Length) > 0)
        {
            count++;
        }

        return Math.Max(1, count);
    }

    /// <summary>A mail has a line for each, and the page behind its link shows where each of them stands.</summary>
    private const int MostElsewhere = 100;
}
