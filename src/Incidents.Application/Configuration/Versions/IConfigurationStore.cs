using Incidents.Application.Store;

namespace Incidents.Application.Configuration.Versions;

/// <summary>Where configurations are kept that were pushed: versions, which change only to forget a person, and a pointer to the one in force.</summary>
/// <remarks>Calls that cannot be answered throw <see cref="StoreUnavailableException"/>.</remarks>
public interface IConfigurationStore
{
    /// <summary>Which version is in force: one strongly consistent read of a small item.</summary>
    Task<ConfigurationPointer> Pointer(CancellationToken cancellation);

    /// <summary>The files of a version; null when there is none of that id.</summary>
    Task<ConfigurationVersion?> Read(string id, CancellationToken cancellation);

    /// <summary>Keeps a version. One that is kept already stays as it is, but for a redacted copy, in whose place it comes.</summary>
    Task Keep(ConfigurationVersion version, CancellationToken cancellation);

    /// <summary>Moves the pointer by one revision; returns Conflict when it was moved since it was read.</summary>
    Task<SaveResult> Move(ConfigurationPointer known, ConfigurationPointer next, CancellationToken cancellation);

    /// <summary>Where the pointer has been, the newest first, the one in force included.</summary>
    Task<IReadOnlyList<ConfigurationPointer>> History(int limit, CancellationToken cancellation);
}
