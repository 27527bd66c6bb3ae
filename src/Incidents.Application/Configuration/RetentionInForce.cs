using Incidents.Application.Store;

namespace Incidents.Application.Configuration;

/// <summary>Tells a store how long to keep incidents, without what a configuration is.</summary>
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
