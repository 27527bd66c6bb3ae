using Incidents.Application.Configuration.Versions;
using Incidents.Application.Configuration.Versions.Forgetting;
using Incidents.Application.Store;

namespace Incidents.Adapters.CommandLine.InMemory;

/// <summary>Versions as a plain dictionary: the same contract, gone with the process.</summary>
public sealed class InMemoryConfigurationStore : IConfigurationArchive
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, ConfigurationVersion> versions = [];
    private readonly List<ConfigurationPointer> moves = [];

    /// <inheritdoc />
    public Task<ConfigurationPointer> Pointer(CancellationToken cancellation)
    {
        lock (gate)
        {
            return Task.FromResult(moves is [.., var last] ? last : ConfigurationPointer.Never);
        }
    }

    /// <inheritdoc />
    public Task<ConfigurationVersion?> Read(string id, CancellationToken cancellation)
    {
        lock (gate)
        {
            return Task.FromResult(versions.GetValueOrDefault(id));
        }
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> Versions(CancellationToken cancellation)
    {
        lock (gate)
        {
            return Task.FromResult<IReadOnlyList<string>>([.. versions.Keys.Order(StringComparer.Ordinal)]);
        }
    }

    /// <inheritdoc />
    public Task<SaveResult> Replace(ConfigurationPointer known, ConfigurationVersion kept, ConfigurationVersion copy, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (known.Revision != moves.Count || !versions.TryGetValue(kept.Id, out var still) || still.Redacted != kept.Redacted)
            {
                return Task.FromResult(SaveResult.Conflict);
            }

            versions[copy.Id] = copy;
            return Task.FromResult(SaveResult.Saved);
        }
    }

    /// <inheritdoc />
    public Task Keep(ConfigurationVersion version, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (!versions.TryGetValue(version.Id, out var kept) || kept.Redacted is not null)
            {
                versions[version.Id] = version;
            }

            return Task.CompletedTask;
        }
    }

    /// <inheritdoc />
    public Task<SaveResult> Move(ConfigurationPointer known, ConfigurationPointer next, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (known.Revision != moves.Count)
            {
                return Task.FromResult(SaveResult.Conflict);
            }

            moves.Add(next);
            return Task.FromResult(SaveResult.Saved);
        }
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<ConfigurationPointer>> History(int limit, CancellationToken cancellation)
    {
        lock (gate)
        {
            return Task.FromResult<IReadOnlyList<ConfigurationPointer>>([.. Enumerable.Reverse(moves).Take(limit)]);
        }
    }
}
