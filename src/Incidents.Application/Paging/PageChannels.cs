using Incidents.Domain.People;

namespace Incidents.Application.Paging;

/// <summary>The channels this process can send by. One that is not among them is passed over for the next.</summary>
public sealed class PageChannels(IEnumerable<IPageChannel> channels)
{
    // The last one wins, as everywhere in the container: a host puts its own in the place of a usual one by adding it later.
    private readonly Dictionary<string, IPageChannel> byKind = channels.GroupBy(c => c.Kind).ToDictionary(same => same.Key, same => same.Last());

    /// <summary>The channel of a kind; null when this process has none.</summary>
    /// <param name="kind">One of <see cref="ChannelKind"/>.</param>
    public IPageChannel? Find(string kind) => byKind.GetValueOrDefault(kind);
}
