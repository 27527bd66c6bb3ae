using Incidents.Application.SlackMarkup;
using Incidents.Domain.Incidents;
using Incidents.Domain.Services;

namespace Incidents.Application.Notifications;

/// <summary>All that can be said by an <see cref="INotificationChannel"/>. How it looks is up to the channel.</summary>
public abstract record Notification
{
    private protected Notification()
    {
    }

    /// <summary>The team's channel that it belongs to: a team channel posts it there, a personal channel sends it to its people.</summary>
    public abstract TeamChannel Team { get; }

    /// <summary>Pages people about one incident or several; in a team's channel their mention is what wakes them.</summary>
    public sealed record Page : PageMessage;

    /// <summary>Asks a person whether a page would reach them. It says first that no action is needed; its link is where to confirm it, and its incident is none.</summary>
    public sealed record TestPage : PageMessage
    {
        /// <summary>Whether it asks too whether it was loud.</summary>
        public bool AsksLoud { get; init; }
    }

    /// <summary>What changed in one incident or several. It wakes no person.</summary>
    /// <param name="Incidents">The worst first, at most <see cref="MostNamed"/>.</param>
    public sealed record Update(IReadOnlyList<IncidentUpdate> Incidents) : Notification
    {
        /// <summary>How many incidents one message names.</summary>
        public const int MostNamed = 60;

        /// <inheritdoc />
        public override TeamChannel Team => Incidents[0].Briefing.Team;
    }

    /// <summary>An incident as it stands: what a card that was clicked shows from then on.</summary>
    public sealed record State(NotificationContent Incident) : Notification
    {
        /// <inheritdoc />
        public override TeamChannel Team => Incident.Team;
    }

    /// <summary>Several incidents as they stand: what a message about several shows once it was clicked.</summary>
    /// <param name="Incidents">The worst first.</param>
    public sealed record StateOfSeveral(IReadOnlyList<NotificationContent> Incidents) : Notification
    {
        /// <inheritdoc />
        public override TeamChannel Team => Incidents[0].Team;
    }

    /// <summary>A notice that is about no incident.</summary>
    /// <param name="Lines">What they say, dates included; they mention no person. <see cref="Mrkdwn.ToPlainText"/> where the channel has no mark-up of Slack's.</param>
    public sealed record Notice(TeamChannel To, IReadOnlyList<Mrkdwn> Lines) : Notification
    {
        /// <inheritdoc />
        public override TeamChannel Team => To;
    }
}

/// <summary>What changed in one incident.</summary>
public sealed record IncidentUpdate(NotificationContent Briefing, UpdateKind Kind);
