using Incidents.Configuration.Loading;
using Incidents.Domain.Configuration;
using NodaTime;

namespace Incidents.Application.Configuration;

/// <summary>
/// A directory that people edit while the program runs. A good edit is in force within a second of being asked for; a broken one
/// never replaces a good version and is reported in <see cref="Problem"/> until it is mended.
/// </summary>
public sealed class DirectoryConfigurationProvider(ConfigurationDirectory directory, TimeProvider time) : IOnCallConfigurationProvider
{
    private static readonly Duration LookEvery = Duration.FromSeconds(1);

    private readonly Lock gate = new();
    private string? seen;
    private Instant looked = Instant.MinValue;
    private OnCallConfiguration? good;
    private ConfigurationResult.Invalid? problem;

    /// <inheritdoc />
    public ConfigurationResult.Invalid? Problem => Volatile.Read(ref problem);

    /// <inheritdoc />
    public ValueTask<OnCallConfiguration> Current(CancellationToken cancellation)
    {
        lock (gate)
        {
            Look(Instant.FromDateTimeOffset(time.GetUtcNow()));
            return good is not null ? ValueTask.FromResult(good) : throw new InvalidConfigurationException(problem!);
        }
    }

    private void Look(Instant now)
    {
        // A clock that is set back must not stop the looking.
        if (now >= looked && now - looked < LookEvery)
        {
            return;
        }

        looked = now;
        var fingerprint = directory.Fingerprint();
        if (fingerprint == seen)
        {
            return;
        }

        seen = fingerprint;
        switch (directory.Load(now))
        {
            case ConfigurationResult.Valid valid:
                good = valid.Configuration;
                Volatile.Write(ref problem, null);
                break;
            case ConfigurationResult.Invalid invalid:
                Volatile.Write(ref problem, invalid);
                break;
        }
    }
}
