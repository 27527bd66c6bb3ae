using Incidents.Configuration.Sections;
using Incidents.Domain.Configuration;

namespace Incidents.Configuration.Authoring.Schema;

internal static class SettingsForms
{
    private static readonly Key Origination = new(
        "origination",
        Kinds.Like(ChannelsSection.Identity(), "+12065550100"),
        "A phone number in quotation marks, or the id or ARN of a number, pool or sender id of AWS End User Messaging.") { IsRequired = true };

    private static readonly Form Sms = new(
        "sms",
        "Text messages, by AWS End User Messaging.",
        Origination,
        new("two_way", Kinds.YesNo, "Replies acknowledge: `1` what the last text was about, `all` everything of whoever replies. Two-way SMS has to be on for the number, to the stack's topic.") { Usual = "false" });

    private static readonly Form Voice = new(
        "voice",
        "Calls, by AWS End User Messaging.",
        Origination,
        new("voice_id", Kinds.Like(ChannelsSection.Voice(), "JOANNA"), "The voice of Amazon Polly that speaks."));

    private static readonly Form Email = new(
        "email",
        "Mails, by Amazon SES.",
        new Key("from", Kinds.Like(ChannelsSection.Sender(), "Incidents <incidents@example.com>"), "The sender: an address that SES has verified.") { IsRequired = true });

    private static readonly Form Pushover = new(
        "pushover",
        "Pushes by Pushover.",
        new Key("token", Kinds.Secret, "The name of the secret that holds the application's token.") { IsRequired = true });

    public static Form Channels { get; } = new(
        "channels",
        "What the ways to reach people need. A channel that is not named here is not used; Slack, ntfy and webhooks need nothing.",
        new("sms", new Kind.Entry(Sms), "Text messages, by AWS End User Messaging."),
        new("voice", new Kind.Entry(Voice), "Calls, by AWS End User Messaging."),
        new("email", new Kind.Entry(Email), "Mails, by Amazon SES."),
        new("pushover", new Kind.Entry(Pushover), "Pushes by Pushover."),
        new("slack_only", Kinds.Text, "Why nobody's phone has to ring. Without it `check` refuses a configuration that pages somebody whom only Slack or e-mail would tell."));

    public static Form Notices { get; } = new(
        "notices",
        "How messages of low urgency, which are no alarms, are told.",
        new("channel", Kinds.Text, "The channel of `slack: webhooks` that hears of them; each service's own where it is left out."),
        new("digest", Kinds.Length(NoticesSection.Shortest, NoticesSection.Longest), "The first of a kind and service is told at once, those that follow within this time together at its end.") { Usual = Kinds.Show(NoticeSettings.UsualDigest) });

    public static Form Retention { get; } = new(
        "retention",
        "How long what is over stays. Without it nothing is ever removed.",
        new Key("incidents", Kinds.Length(RetentionSection.Shortest, RetentionSection.Longest), "How long an incident stays once it is resolved.") { IsRequired = true });

    public static Form Slack { get; } = new(
        "slack",
        "The Slack workspace, without its secrets.",
        new("webhooks", new Kind.Map("^[^#]", Kinds.Secret), "Channel names without the #, each with the name of the secret that holds its webhook URL."),
        new("team_id", Kinds.Like(SlackSection.TeamId(), "T012ABCDEF"), "Only clicks of this workspace are taken."),
        new("app_id", Kinds.Like(SlackSection.AppId(), "A012ABCDEF"), "Only clicks of this app are taken."),
        new("enterprise_id", Kinds.Like(SlackSection.EnterpriseId(), "E012ABCDEF"), "Only clicks of this Enterprise Grid organisation are taken."),
        new("shadow", Kinds.Text, "The channel of `webhooks` that services in shadow mode post to; each to its own where it is left out."),
        new("responders", PolicyForms.Targets, "People and teams who may resolve, snooze and reassign; everybody in `people` where it is left out. Anybody may acknowledge."));
}
