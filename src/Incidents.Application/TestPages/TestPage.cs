using Incidents.Domain;
using NodaTime;

namespace Incidents.Application.TestPages;

/// <summary>Messages that ask one person whether they arrive. They concern no incident.</summary>
public sealed record TestPage
{
    /// <summary>Random, or for the test before a shift the same for every worker.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the person.</summary>
    public required PersonId Person { get; init; }

    /// <summary>Their name when it was sent.</summary>
    public required string PersonName { get; init; }

    /// <summary>When it was sent.</summary>
    public required Instant At { get; init; }

    /// <summary>What became of it on each channel; empty while it is being sent.</summary>
    public IReadOnlyList<TestedChannel> Channels { get; init; } = [];

    /// <summary>The person was asked to leave the phone as at night, and whether the message was loud.</summary>
    public bool AsksLoud { get; init; }

    /// <summary>Whether it is left to the installation's next tick, which sends it.</summary>
    public bool IsLeft { get; init; }

    /// <summary>Whether the team was warned that nothing was confirmed.</summary>
    public bool IsWarned { get; init; }

    /// <summary>A receipt past this is late: a page would have gone to the next channel long before.</summary>
    public static Duration InTime { get; } = Duration.FromMinutes(2);
}

/// <summary>One channel of a test.</summary>
/// <param name="Channel">One of <see cref="Incidents.Domain.People.ChannelKind"/>.</param>
/// <param name="Failure">What the channel answered; null when it took the message.</param>
/// <param name="CanBeConfirmed">The message held a link; without one its receipt cannot be confirmed.</param>
public sealed record TestedChannel(string Channel, string? Failure, bool CanBeConfirmed)
{
    /// <summary>When the person confirmed it; null while they have not.</summary>
    public Instant? ReceivedAt { get; init; }

    /// <summary>Whether it was loud on a phone as it is at night; null where the person was not asked or has not said.</summary>
    public bool? WasLoud { get; init; }
}
