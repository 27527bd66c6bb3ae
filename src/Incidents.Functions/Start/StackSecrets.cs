using Incidents.Adapters.Aws;
using Incidents.Adapters.Slack.Parameters;
using Incidents.Application.Configuration;
using Incidents.Domain.Configuration;

namespace Incidents.Functions.Start;

/// <summary>What Parameter Store has for a stack: what every function needs in one call, what the configuration names in another beside it.</summary>
internal sealed class StackSecrets
{
    private readonly SlackParameters names;

    /// <summary>Begins to read the first; the second begins with <see cref="Begin"/>.</summary>
    public StackSecrets(ReadParameters read, SlackParameters names, IOnCallConfigurationProvider configuration, TimeProvider clock)
    {
        this.names = names;
        Own = new CachedSecrets(read, names.Names, clock, (found, missing) => ValueTask.FromResult<IReadOnlyDictionary<string, string>>(OldNames(StackSettings.Read(found.GetValueOrDefault(names.Settings)), missing)));
        Further = new CachedSecrets(read, async () => [.. NamedSecrets.Of(await configuration.Current(CancellationToken.None)).Select(named => names.Named(named.Secret))], clock, async (_, missing) => OldNames(await Settings(CancellationToken.None), missing));
    }

    /// <summary>The secrets of Slack and the settings.</summary>
    public CachedSecrets Own { get; }

    /// <summary>The secrets that the configuration names.</summary>
    public CachedSecrets Further { get; }

    /// <summary>Reads what the configuration names, unless it was read lately. Returns at once.</summary>
    public void Begin() => Further.Begin();

    /// <summary>A secret that the configuration names; null when there is none.</summary>
    /// <exception cref="SecretUnavailableException">It cannot be learnt.</exception>
    public ValueTask<string?> Find(string secret, CancellationToken cancellation) => Further.Find(names.Named(secret), cancellation);

    /// <summary>What the stack's parameters say; null while that cannot be learnt.</summary>
    public async ValueTask<StackSettings?> Settings(CancellationToken cancellation)
    {
        try
        {
            return StackSettings.Read(await Own.Find(names.Settings, cancellation));
        }
        catch (SecretUnavailableException)
        {
            return null;
        }
    }

    private Dictionary<string, string> OldNames(StackSettings? settings, IReadOnlyList<string> missing) => missing
        .Select(name => (Name: name, Old: settings?.Before?.Of(name, names)))
        .Where(place => place.Old is not null)
        .ToDictionary(place => place.Name, place => place.Old!);
}
