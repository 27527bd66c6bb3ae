namespace Incidents.Domain.People;

/// <summary>Where a push to a person goes.</summary>
/// <param name="Secret">Name of the secret: for ntfy it holds the URL of the topic, for Pushover the user key.</param>
public sealed record PushAddress(PushService Service, string Secret);

/// <summary>Services whose pushes ring through do-not-disturb, if the phone lets them.</summary>
public enum PushService
{
    /// <summary>https://ntfy.sh, or a server of one's own.</summary>
    Ntfy,

    /// <summary>https://pushover.net.</summary>
    Pushover,
}
