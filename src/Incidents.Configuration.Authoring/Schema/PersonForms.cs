using Incidents.Configuration.Sections;
using NodaTime;

namespace Incidents.Configuration.Authoring.Schema;

internal static class PersonForms
{
    private static readonly Form Rule = new(
        "notification_rule",
        "A channel, and when it is used.",
        new("channel", new Kind.Choice(NotifyForm.Channels), "How they are reached. A channel they have no address for, or that `channels` says nothing of, is passed over.") { IsRequired = true },
        new("after", Kinds.Length(Duration.Zero, NotifyForm.Longest), "How long after the step fired.") { Usual = "0m" });

    private static readonly Kind Rules = new Kind.List(new Kind.Entry(Rule), 1);

    private static readonly Form Notify = new(
        "notify",
        "How somebody wants to be reached.",
        new("high", Rules, "When it cannot wait. Left out: Slack at once, push (else a text, else a mail) after 1m, a call after 3m."),
        new("low", Rules, "When it can wait. Left out: Slack."));

    private static readonly Form Push = new(
        "push",
        "The push service on somebody's phone: one of the two.",
        new("ntfy", Kinds.Secret, "The name of the secret that holds the URL of the topic at ntfy."),
        new("pushover", Kinds.Secret, "The name of the secret that holds the person's user key at Pushover."))
    {
        ExactlyOne = ["ntfy", "pushover"],
    };

    private static readonly Form Phone = new(
        "phone",
        "A phone whose kind is known: `check` knows what rings on it at night.",
        new("number", Kinds.Like(PhoneForm.Number(), "+4930123456"), "The number in international form, in quotation marks.") { IsRequired = true },
        new("type", new Kind.Choice(PhoneForm.Types), "`ios` or `android`."));

    private static readonly Form DaysOff = new(
        "days_off",
        "Days somebody is away. That changes nobody's turn; `check` says who is on call and away.",
        new("from", Kinds.Day, "The first day off.") { IsRequired = true },
        new("to", Kinds.Day, "The last day off.") { IsRequired = true });

    private static readonly Form Holiday = new(
        "holiday",
        "A public holiday.",
        new("date", Kinds.Day, "The day.") { IsRequired = true },
        new("name", Kinds.Text, "What people call it.") { IsRequired = true });

    /// <summary>Those of one country.</summary>
    public static Kind Holidays { get; } = new Kind.List(new Kind.Entry(Holiday));

    private static readonly Form Quiet = new(
        "quiet_hours",
        "When somebody does not want to hear of what can wait, by the clock of their `time_zone`.",
        new("from", Kinds.Clock, "When they begin.") { IsRequired = true },
        new("to", Kinds.Clock, "When they end; on the next day when it is not after `from`.") { IsRequired = true },
        new("days", Kinds.OneOrMore(Kinds.Weekday, 1), "The days on which they begin; every day where it is left out."));

    public static Form Person { get; } = new(
        "person",
        "Somebody who can be on call or respond. The key is what schedules and policies call them.",
        new("name", Kinds.Text, "The name people read; the id where it is left out."),
        new("slack", Kinds.Like(PeopleSection.SlackId(), "U012ABCDEF"), "Their Slack member id, from \"Copy member ID\" in their profile. Without it no message can mention them."),
        new("aws", Kinds.OneOrMore(Kinds.Like(PeopleSection.AwsName(), "ada@example.com"), 1), "Who acts when these credentials of AWS are used on a stack from the command line: the name of an IAM user or of a user of IAM Identity Center, or an ARN as `aws sts get-caller-identity` prints it; one, or a list."),
        new("email", Kinds.Like(PeopleSection.Email(), "ada@example.com"), "Where mails go."),
        new("phone", new Kind.AnyOf(Kinds.Like(PhoneForm.Number(), "+4930123456"), new Kind.Choice(PhoneForm.Types), new Kind.Entry(Phone)), "Where texts and calls go: the number in international form, in quotation marks; `ios` or `android` where only pushes go to it; or both."),
        new("push", new Kind.Entry(Push), "The push service on their phone."),
        new("webhook", Kinds.Secret, "The name of the secret that holds URL and key of a webhook of their own."),
        new("notify", new Kind.Entry(Notify), "How they want to be reached, by urgency."),
        new("time_zone", Kinds.Zone, "Where they are, for times in messages to them: an IANA id."),
        new("country", Kinds.Id, "Whose public holidays are theirs: a key of `holidays`."),
        new("quiet_hours", new Kind.Entry(Quiet), "Until they end, pages of low urgency wait, those in Slack excepted. What cannot wait never does."),
        new("time_off", new Kind.List(new Kind.Entry(DaysOff)), "When they are away, in whole days of their `time_zone`."),
        new("active", Kinds.YesNo, "`false` for somebody who has left: they are not paged, and old incidents keep their name.") { Usual = "true" });

    public static Form Team { get; } = new(
        "team",
        "People who own services together. As a target of a page it means all of them.",
        new("name", Kinds.Text, "The name people read; the id where it is left out."),
        new("members", new Kind.List(Kinds.Id), "Ids of people.") { IsRequired = true });
}
