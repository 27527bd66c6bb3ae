using Incidents.Domain.People;

namespace Incidents.Domain.Services;

/// <summary>The channel in which a team reads its incidents.</summary>
/// <param name="Kind">Which of <see cref="ChannelKind"/> posts to it.</param>
/// <param name="Name">Its name in the configuration.</param>
public sealed record TeamChannel(string Kind, string Name)
{
    /// <summary>The name alone for Slack, as stored waits have it.</summary>
    public override string ToString() => Kind == ChannelKind.Slack ? Name : $"{Kind} {Name}";
}
