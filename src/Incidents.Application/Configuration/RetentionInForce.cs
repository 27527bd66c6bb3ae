using Incidents.Application.Store;

namespace Incidents.Application.Configuration;

/// <summary>Gives a store the retention of incidents without a dependency on the configuration.</summary>
public static class RetentionInForce
{
    /// <param name="configuration">Null where a process has none: it keeps what it writes.</param>
    public static FindRetention Of(IOnCallConfigurationProvider? configuration) => async cancellation =>
    {
        try
        {
            return configuration is null ? null : (await configuration.Current(cancellation)).IncidentRetention;
        }
        catch (InvalidConfigurationException)
        {
            // Incidents are written all the same, and nothing is removed because of a mistake in a file.
            return null;
        }
    };
}
