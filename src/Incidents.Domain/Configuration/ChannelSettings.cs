namespace Incidents.Domain.Configuration;

/// <summary>What the channels need that is the same for everybody. A channel without its settings is not used.</summary>
public sealed record ChannelSettings
{
    /// <summary>Sender of e-mails: an address, or a name and an address, that SES has verified. Null switches e-mail off.</summary>
    public string? EmailFrom { get; init; }

    /// <summary>What text messages come from: a number, a pool or a sender id of AWS End User Messaging. Null switches SMS off.</summary>
    public string? SmsOrigination { get; init; }

    /// <summary>The number that texts takes replies, which acknowledge.</summary>
    public bool SmsTwoWay { get; init; }

    /// <summary>The number that calls. Null switches calls off.</summary>
    public string? VoiceOrigination { get; init; }

    /// <summary>The voice of Amazon Polly that speaks; null means AWS's usual one.</summary>
    public string? VoiceId { get; init; }

    /// <summary>Name of the secret that holds the token of the Pushover application. Null switches Pushover off.</summary>
    public string? PushoverTokenSecret { get; init; }

    /// <summary>Why Slack alone is enough and no phone has to ring; null when phones have to.</summary>
    public string? SlackOnly { get; init; }
}
