using System.Text.RegularExpressions;
using Incidents.Configuration.Yaml;
using Incidents.Domain.Configuration;

namespace Incidents.Configuration.Sections;

internal static partial class ChannelsSection
{
    public static ChannelSettings Read(ConfigurationSections sections)
    {
        if (sections.Channels?.Object("Write `sms: { origination: \"+12065550100\" }` or others.") is not { } entry)
        {
            return new ChannelSettings();
        }

        var email = Part(entry, "email", "Write email: { from: incidents@example.com }.");
        var sms = Part(entry, "sms", "Write sms: { origination: \"+12065550100\" }.");
        var voice = Part(entry, "voice", "Write voice: { origination: \"+12065550100\" }.");
        var pushover = Part(entry, "pushover", "Write pushover: { token: name-of-the-secret }.");
        var settings = new ChannelSettings
        {
            EmailFrom = email?.Require("from", "Write an address that SES has verified.")?.Matching(Sender(), "an address such as incidents@example.com or Incidents <incidents@example.com>"),
            SmsOrigination = sms is null ? null : Origination(sms),
            SmsTwoWay = sms?.Find("two_way")?.Boolean() ?? false,
            VoiceOrigination = voice is null ? null : Origination(voice),
            VoiceId = voice?.Find("voice_id")?.Matching(Voice(), "a voice of Amazon Polly such as JOANNA"),
            PushoverTokenSecret = pushover?.Require("token", "Write the name of the secret that holds the application's token.")?.SecretName("application's token"),
            SlackOnly = entry.Find("slack_only")?.Text(),
        };
        if (settings is { SmsTwoWay: true, SmsOrigination: { } texts } && !PhoneForm.Number().IsMatch(texts))
        {
            sms!.FindOrNothing("two_way")?.Error("Replies are taken for a number that is known. Write the number itself as `origination`, in quotation marks, such as \"+12065550100\".");
        }

        foreach (var part in new[] { email, sms, voice, pushover, entry })
        {
            part?.RefuseOthers();
        }

        return settings;
    }

    private static YamlObject? Part(YamlObject entry, string key, string example) => entry.Find(key)?.Object(example);

    private static string? Origination(YamlObject channel) =>
        channel.Require("origination", "Write a phone number in quotation marks, or the id or ARN of a number, pool or sender id of AWS End User Messaging.")
            ?.Matching(Identity(), "a phone number in quotation marks such as \"+12065550100\", or an id or ARN of AWS End User Messaging");

    [GeneratedRegex(@"^([^<>@""\p{Cc}]{1,100} <)?[^@\s<>""]+@[^@\s<>""]+>?\z", RegexOptions.CultureInvariant)]
    public static partial Regex Sender();

    [GeneratedRegex(@"^[A-Za-z0-9_:/+-]{1,256}\z", RegexOptions.CultureInvariant)]
    public static partial Regex Identity();

    [GeneratedRegex(@"^[A-Z]{2,20}\z", RegexOptions.CultureInvariant)]
    public static partial Regex Voice();
}
