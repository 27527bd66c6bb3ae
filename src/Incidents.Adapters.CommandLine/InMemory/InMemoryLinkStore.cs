using System.Collections.Concurrent;
using Incidents.Application.Links;
using Incidents.Application.Store;

namespace Incidents.Adapters.CommandLine.InMemory;

/// <summary>Links as a dictionary: the same contract, gone with the process.</summary>
public sealed class InMemoryLinkStore : ILinkStore
{
    private readonly ConcurrentDictionary<string, ResponderLink> links = new();

    /// <inheritdoc />
    public Task<SaveResult> Save(string hash, ResponderLink link, CancellationToken cancellation) =>
        Task.FromResult(links.TryAdd(hash, link) ? SaveResult.Saved : SaveResult.Conflict);

    /// <inheritdoc />
    public Task<ResponderLink?> Find(string hash, CancellationToken cancellation) => Task.FromResult(links.GetValueOrDefault(hash));
}
