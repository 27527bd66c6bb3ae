using Incidents.Configuration.Loading;
using Incidents.Domain.Configuration;

namespace Incidents.Application.Configuration;

/// <summary>Where the configuration in force comes from.</summary>
public interface IOnCallConfigurationProvider
{
    /// <summary>The newest good version.</summary>
    /// <exception cref="InvalidConfigurationException">There has been no good version yet.</exception>
    ValueTask<OnCallConfiguration> Current(CancellationToken cancellation);

    /// <summary>Why a newer version is not in force, for a banner; null when the newest is.</summary>
    ConfigurationResult.Invalid? Problem { get; }
}

/// <summary>Thrown when no configuration can be loaded. The message holds every problem, one a line.</summary>
public sealed class InvalidConfigurationException(ConfigurationResult.Invalid result) : Exception(result.ToString())
{
    public ConfigurationResult.Invalid Result { get; } = result;
}
