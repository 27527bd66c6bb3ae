using Incidents.Configuration.Files;
using Incidents.Configuration.Loading;
using Incidents.Domain.Configuration;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Application.Configuration.Versions;

/// <summary>The files of one configuration, as they are kept to be in force. It never changes, except that a person can be removed from it (<see cref="Redacted"/>).</summary>
/// <param name="Id">The hash of its content: <see cref="OnCallConfiguration.Version"/>.</param>
/// <param name="Files">In the order that counts.</param>
public sealed record ConfigurationVersion(string Id, IReadOnlyList<ConfigurationFile> Files)
{
    /// <summary>Null while it is what was pushed. A redacted copy is for reading, and is never in force.</summary>
    public Redaction? Redacted { get; init; }

    /// <summary>Reads it as this program does, which may know more or less than the one that wrote it.</summary>
    /// <returns>Invalid, too, when what is kept is not what was written.</returns>
    public ConfigurationResult Load(Instant now)
    {
        if (Redacted is { } redaction)
        {
            return Unusable(Id, $"{redaction.By} had a person taken out of it at {InstantPattern.General.Format(redaction.At)}, so it is for reading alone. Push what you want in force.");
        }

        var result = ConfigurationLoader.Load(Files, Id, now);
        return result is ConfigurationResult.Valid valid && valid.Configuration.Version != Id
            ? Unusable(Id, $"What is kept is not what was written: its content is {valid.Configuration.Version}. Push the configuration again with a change.")
            : result;
    }

    /// <summary>A version that cannot be put in force.</summary>
    public static ConfigurationResult.Invalid Unusable(string id, string why) =>
        new([new ConfigurationProblem(Place.StartOf($"version {id}"), why)]);
}
