namespace Incidents.Domain.Configuration;

/// <summary>A secret that the configuration names, and what it is for.</summary>
/// <param name="Whose">A person, a channel or a service, as a reader would call it.</param>
public readonly record struct NamedSecret(string Whose, string Secret);

/// <summary>The secrets that a configuration names. It holds names alone.</summary>
public static class NamedSecrets
{
    /// <summary>Each by all that it is for; of people, those that are active.</summary>
    public static IReadOnlyList<NamedSecret> Of(OnCallConfiguration settings) =>
    [
        .. settings.People.Values.Where(person => person is { IsActive: true, Push: not null }).Select(person => new NamedSecret(person.Name, person.Push!.Secret)),
        .. settings.People.Values.Where(person => person is { IsActive: true, Webhook: not null }).Select(person => new NamedSecret(person.Name, person.Webhook!)),
        .. settings.Channels.PushoverTokenSecret is { } token ? [new NamedSecret("Pushover", token)] : Array.Empty<NamedSecret>(),
        .. settings.WatchdogSecret is { } watchdog ? [new NamedSecret("The watchdog", watchdog)] : Array.Empty<NamedSecret>(),
        .. settings.Slack.Webhooks.Select(webhook => new NamedSecret($"The channel {webhook.Key}", webhook.Value)),
    ];
}
