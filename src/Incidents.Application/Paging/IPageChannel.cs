using Incidents.Application.Notifications;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;

namespace Incidents.Application.Paging;

/// <summary>One way to reach people. Every implementation passes the same contract tests.</summary>
/// <remarks>
/// Answers are values; nothing is thrown for what the other side says or does not say, and no answer holds a secret.
/// A 5xx, a 429 and a request that certainly never left is <see cref="DeliveryResult.RetryLater"/>; no answer is <see cref="DeliveryResult.Unknown"/>;
/// what the other side will never take is <see cref="DeliveryResult.Rejected"/>. An attempt takes five seconds at most.
/// </remarks>
public interface IPageChannel
{
    /// <summary>Which of <see cref="ChannelKind"/> it is.</summary>
    string Kind { get; }

    /// <summary>Makes one attempt.</summary>
    Task<DeliveryResult> Send(PageMessage message, CancellationToken cancellation);
}

/// <summary>What is to be said to whom.</summary>
public sealed record PageMessage
{
    /// <summary>What there is to say; <see cref="NotificationContent.Paged"/> are the people of this message.</summary>
    public required NotificationContent Briefing { get; init; }

    /// <summary>Further incidents that the same people are paged for: after an outage one message covers all. Empty for the usual page.</summary>
    public IReadOnlyList<NotificationContent> Also { get; init; } = [];

    /// <summary>Every page that the message carries; none for a test.</summary>
    public IReadOnlyList<ToldPage> Pages { get; init; } = [];

    /// <summary>Slack mentions several people in one message; every other channel gets exactly one.</summary>
    public required IReadOnlyList<Person> To { get; init; }

    /// <summary>Where the person can acknowledge without signing in; null where no such link can work. It is a secret.</summary>
    public Uri? Link { get; init; }

    /// <summary>Whether it is a test, which says so first and asks only for a receipt; <see cref="Link"/> is then where to confirm it, and the incident is none.</summary>
    public bool IsTest { get; init; }

    /// <summary>The test asks whether it was loud, too.</summary>
    public bool AsksLoud { get; init; }

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
