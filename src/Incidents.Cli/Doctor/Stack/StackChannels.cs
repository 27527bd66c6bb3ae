using Incidents.Application.Configuration;

namespace Incidents.Cli.Doctor.Stack;

/// <summary>Whether the stack was allowed to use what the configuration reaches people by.</summary>
internal static class StackChannels
{
    public static IReadOnlyList<Finding> Look(StackVisit visit)
    {
        if (visit.Configuration is not { } settings)
        {
            return [];
        }

        var secrets = Secrets(settings).Where(named => !Knows(visit.NamesIn("ChannelSecretParameterArns"), named.Secret)).ToList();
        var webhooks = settings.Slack.Webhooks.Where(webhook => !Knows([.. visit.NamesIn("SlackChannelWebhookParameterArns"), visit.Parameter("SlackWebhookParameter")], webhook.Value)).ToList();
        return
        [
            .. settings.Channels.EmailFrom is { } sender && visit.Parameter("EmailIdentityArns").Length == 0
                ? [new Finding(Level.Error, $"mails come from {sender}, and the stack may send none", visit.Deploy("EmailIdentityArns=ARN"))]
                : Array.Empty<Finding>(),
            .. (settings.Channels.SmsOrigination ?? settings.Channels.VoiceOrigination) is { } number && visit.Parameter("PhoneOriginationArns").Length == 0
                ? [new Finding(Level.Error, $"texts and calls come from {number}, and the stack may send none", visit.Deploy("PhoneOriginationArns=ARN"))]
                : Array.Empty<Finding>(),
            .. settings.Channels.SmsTwoWay && visit.Parameter("TextReplies") != "on"
                ? [new Finding(Level.Error, "texts ask for replies (two_way), and the stack takes none", visit.Deploy("TextReplies=on"))]
                : Array.Empty<Finding>(),
            .. secrets.Select(named => new Finding(Level.Error, $"{named.Whose} is reached by the secret {named.Secret}, which the stack may not read", $"put it under /incidents/{named.Secret}, and {visit.Deploy("ChannelSecretParameterArns=ARN,…")}")),
            .. webhooks.Select(webhook => new Finding(Level.Error, $"the channel {webhook.Key} has the webhook {webhook.Value}, which the stack may not read", $"put it under /incidents/{webhook.Value}, and {visit.Deploy("SlackChannelWebhookParameterArns=ARN,…")}")),
        ];
    }

    private static IEnumerable<(string Whose, string Secret)> Secrets(OnCallConfiguration settings) =>
    [
        .. settings.People.Values.Where(person => person is { IsActive: true, Push: not null }).Select(person => (person.Name, person.Push!.Secret)),
        .. settings.People.Values.Where(person => person is { IsActive: true, Webhook: not null }).Select(person => (person.Name, person.Webhook!)),
        .. settings.Channels.PushoverTokenSecret is { } token ? [("Pushover", token)] : Array.Empty<(string, string)>(),
        .. settings.WatchdogSecret is { } watchdog ? [("The watchdog", watchdog)] : Array.Empty<(string, string)>(),
    ];

    /// <summary>The configuration gives the whole name or what comes after the last slash.</summary>
    private static bool Knows(IEnumerable<string> names, string secret) => names.Any(name => name == secret || name.EndsWith($"/{secret}", StringComparison.Ordinal));
}
