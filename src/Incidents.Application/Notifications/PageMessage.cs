using Incidents.Domain.Incidents;
using Incidents.Domain.People;
using Incidents.Domain.Services;

namespace Incidents.Application.Notifications;

/// <summary>What is to be said to whom: a <see cref="Notification.Page"/> or a <see cref="Notification.TestPage"/>.</summary>
public abstract record PageMessage : Notification
{
    private protected PageMessage()
    {
    }

    /// <inheritdoc />
    public override TeamChannel Team => Briefing.Team;

    /// <summary>What there is to say; <see cref="NotificationContent.Paged"/> are the people of this message.</summary>
    public required NotificationContent Briefing { get; init; }

    /// <summary>Further incidents that the same people are paged for: after an outage one message covers all. Empty for the usual page.</summary>
    public IReadOnlyList<NotificationContent> Also { get; init; } = [];

    /// <summary>Every page that the message carries; none for a test.</summary>
    public IReadOnlyList<ToldPage> Pages { get; init; } = [];

    /// <summary>A team's channel mentions several people in one message; every other channel gets exactly one.</summary>
    public required IReadOnlyList<Person> To { get; init; }

    /// <summary>Where the person can acknowledge without signing in; null where no such link can work. It is a secret.</summary>
    public Uri? Link { get; init; }

    /// <summary>Whether an earlier attempt may have arrived; the message then says so.</summary>
    public bool MayBeRepeat { get; init; }

    /// <summary>1 for the first attempt.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>The same for every attempt of one page, such as `INC-142.7`, for channels that recognise repeats.</summary>
    public required string Key { get; init; }
}

/// <summary>A page of an incident that a message carries.</summary>
/// <param name="Page">Its id within the incident.</param>
public sealed record ToldPage(IncidentNumber Incident, int Page);
