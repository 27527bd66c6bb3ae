using Incidents.Application.Configuration.Versions;
using Incidents.Application.Store;
using Incidents.Application.Time;

namespace Incidents.Configuration.Authoring.Pushing;

/// <summary>Puts a version in force: kept first, pointed to only then, and only if no other push has moved the pointer meanwhile.</summary>
/// <param name="caller">Whose credentials it is done with, as AWS tells it; null where it was not asked.</param>
public sealed class PushConfiguration(IConfigurationStore store, TimeProvider clock, string? caller = null)
{
    /// <param name="known">The pointer the caller has compared with.</param>
    /// <param name="version">Valid, which the caller has made sure of; null puts the copy deployed with the code in force.</param>
    /// <exception cref="StoreUnavailableException">It is not known whether the pointer has been moved; asking tells.</exception>
    public async Task<Pushed> Handle(ConfigurationPointer known, ConfigurationVersion? version, string by, CancellationToken cancellation)
    {
        if (version is not null)
        {
            await store.Keep(version, cancellation);
        }

        var next = known.Next(version?.Id, by, clock.Now()) with { Caller = caller };
        return await store.Move(known, next, cancellation) == SaveResult.Saved
            ? new Pushed(next, IsDone: true)
            : new Pushed(await store.Pointer(cancellation), IsDone: false);
    }
}

/// <summary>What came of it.</summary>
/// <param name="Pointer">As it is now.</param>
/// <param name="IsDone">False when another push has moved the pointer since it was read.</param>
public sealed record Pushed(ConfigurationPointer Pointer, bool IsDone);
