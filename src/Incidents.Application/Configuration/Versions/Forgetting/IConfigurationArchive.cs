using Incidents.Application.Store;

namespace Incidents.Application.Configuration.Versions.Forgetting;

/// <summary>A store of configurations that can also forget. No function needs it: people do that.</summary>
public interface IConfigurationArchive : IConfigurationStore
{
    /// <summary>The ids of all versions that are kept, whether they were ever in force or not.</summary>
    Task<IReadOnlyList<string>> Versions(CancellationToken cancellation);

    /// <summary>Puts a redacted copy in the place of a version, if that is still as it was read and the pointer has not been moved.</summary>
    /// <param name="known">The pointer, as it was when the version was known not to be in force.</param>
    Task<SaveResult> Replace(ConfigurationPointer known, ConfigurationVersion kept, ConfigurationVersion copy, CancellationToken cancellation);
}
