namespace Incidents.Domain.People;

/// <summary>The ways to reach a person or a team, as configuration, pages and timeline name them.</summary>
public static class ChannelKind
{
    /// <summary>The service's Slack channel, with a mention.</summary>
    public const string Slack = "slack";

    /// <summary>E-mail.</summary>
    public const string Email = "email";

    /// <summary>A text message to the person's phone.</summary>
    public const string Sms = "sms";

    /// <summary>A call to the person's phone.</summary>
    public const string Voice = "voice";

    /// <summary>A push service on the person's phone that rings through do-not-disturb.</summary>
    public const string Push = "push";

    /// <summary>The person's own signed webhook.</summary>
    public const string Webhook = "webhook";

    /// <summary>Every kind.</summary>
    public static IReadOnlyList<string> All { get; } = [Slack, Email, Sms, Voice, Push, Webhook];
}
