using System.Collections.Concurrent;
using Incidents.Application.Notifications;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Paging;

/// <summary>What one pass of the sweep has to send: what arrives at the same place can be one message.</summary>
/// <param name="Known">The last minute as it was when the pass began: what falls due in the pass leaves with it.</param>
internal sealed record Gathered(LastMinute Known)
{
    /// <summary>Pages that are claimed for this pass.</summary>
    public ConcurrentBag<DelayedPages> Pages { get; } = [];

    /// <summary>News for team channels.</summary>
    public ConcurrentBag<GatheredUpdate> News { get; } = [];

    /// <summary>There is nothing to send.</summary>
    public bool IsEmpty => Pages.IsEmpty && News.IsEmpty;

    /// <summary>What has to be sent because of what came of it.</summary>
    public Gathered Next() => new(Known);
}

/// <summary>News of one incident that may share a message with that of others.</summary>
internal sealed record GatheredUpdate(IncidentRecord Record, NotificationContent Briefing, PendingUpdate News);
