using Incidents.Domain.Configuration;
using Incidents.Domain.People;

namespace Incidents.Domain.Paging;

/// <summary>By which channels a person can be reached: what they have, as far as `channels:` makes it work.</summary>
public static class ContactMethods
{
    /// <summary>All of them, the surest first: what is tried next when one fails. E-mail is among them even for those whose rules leave it out.</summary>
    public static IReadOnlyList<string> NextChannels(this OnCallConfiguration configuration, Person person) =>
        [.. Order.Where(kind => configuration.Reaches(person, kind))];

    /// <summary>Whether the channel works for the person. Slack always does: the card goes out even where it cannot mention them.</summary>
    /// <param name="kind">One of <see cref="ChannelKind"/>.</param>
    public static bool Reaches(this OnCallConfiguration configuration, Person person, string kind) => kind switch
    {
        ChannelKind.Slack => true,
        ChannelKind.Push => person.Push is { } push && (push.Service == PushService.Ntfy || configuration.Channels.PushoverTokenSecret is not null),
        ChannelKind.Sms => person.Phone is not null && configuration.Channels.SmsOrigination is not null,
        ChannelKind.Voice => person.Phone is not null && configuration.Channels.VoiceOrigination is not null,
        ChannelKind.Email => person.Email is not null && configuration.Channels.EmailFrom is not null,
        ChannelKind.Webhook => person.Webhook is not null,
        _ => false,
    };

    /// <summary>Whether the channel can wake a person who sleeps. A muted Slack and an unread mailbox cannot.</summary>
    public static bool Wakes(string kind) => kind is not (ChannelKind.Slack or ChannelKind.Email);

    /// <summary>
    /// Whether the channel can wake this person on their phone. ntfy cannot on an iPhone: its app has no permission for critical alerts, so the mute switch silences it.
    /// </summary>
    public static bool Wakes(Person person, string kind) =>
        Wakes(kind) && !(kind == ChannelKind.Push && person is { PhoneType: PhoneType.Ios, Push.Service: PushService.Ntfy });

    private static readonly string[] Order =
        [ChannelKind.Slack, ChannelKind.Push, ChannelKind.Sms, ChannelKind.Voice, ChannelKind.Email, ChannelKind.Webhook];
}
