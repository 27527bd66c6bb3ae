using NodaTime;

namespace Incidents.Application.Configuration.Versions;

/// <summary>The files of one configuration, as they are kept to be in force. It never changes.</summary>
/// <param name="Id">The hash of its content: <see cref="OnCallConfiguration.Version"/>.</param>
/// <param name="Files">In the order that counts.</param>
public sealed record ConfigurationVersion(string Id, IReadOnlyList<ConfigurationFile> Files)
{
    /// <summary>Reads it as this program does, which may know more or less than the one that wrote it.</summary>
    /// <returns>Invalid, too, when what is kept is not what was written.</returns>
    public ConfigurationResult Load(Instant now)
    {
        var result = ConfigurationLoader.Load(Files, Id, now);
        return result is ConfigurationResult.Valid valid && valid.Configuration.Version != Id
            ? Unusable(Id, $"What is kept is not what was written: its content is {valid.Configuration.Version}. Push the configuration again with a change.")
            : result;
    }

    /// <summary>A version that cannot be put in force.</summary>
    public static ConfigurationResult.Invalid Unusable(string id, string why) =>
        new([new ConfigurationProblem(Place.StartOf($"version {id}"), why)]);
}
