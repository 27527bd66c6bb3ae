using NodaTime;

namespace Incidents.Domain.People;

/// <summary>How a person is reached, and how long after their step fired.</summary>
/// <param name="Channel">Which of <see cref="Incidents.Domain.People.ChannelKind"/>.</param>
/// <param name="After">Zero means at once.</param>
public sealed record NotificationRule(string Channel, Duration After);
