using Incidents.Configuration.Yaml;
using Incidents.Domain.People;
using NodaTime;

namespace Incidents.Configuration.Sections;

/// <summary>`high` and `low`, each a list of channels with how long after the step they follow.</summary>
internal static class NotifyForm
{
    private const string Example = "Write high: [{ channel: slack }, { channel: sms, after: 1m }].";

    public static readonly IReadOnlyList<string> Channels =
        [ChannelKind.Slack, ChannelKind.Push, ChannelKind.Sms, ChannelKind.Voice, ChannelKind.Email, ChannelKind.Webhook];

    public static readonly Duration Longest = Duration.FromHours(1);

    public static PersonRules Read(YamlValue value)
    {
        if (value.Object(Example) is not { } entry)
        {
            return PersonRules.Usual;
        }

        var rules = new PersonRules(
            entry.Find("high") is { } high ? ReadRules(high) : null,
            entry.Find("low") is { } low ? ReadRules(low) : null);
        entry.RefuseOthers();
        return rules;
    }

    private static IReadOnlyList<NotificationRule> ReadRules(YamlValue list)
    {
        var items = list.Items();
        if (list.IsList && items.Count == 0)
        {
            list.Error($"{list.Subject} is empty, so they hear nothing. {Example}");
        }

        return [.. items.Select(ReadRule).OfType<NotificationRule>()];
    }

    private static NotificationRule? ReadRule(YamlValue value)
    {
        if (value.Object(Example) is not { } entry)
        {
            return null;
        }

        var channel = entry.Require("channel", "Write slack, push, sms, voice, email or webhook.")
            ?.Word(Channels);
        var after = entry.Find("after")?.Duration(Duration.Zero, Longest) ?? Duration.Zero;
        entry.RefuseOthers();
        return channel is null ? null : new NotificationRule(channel, after);
    }
}
