using Incidents.Configuration.Sections;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Configuration.Authoring.Schema;

internal static class ServiceForms
{
    private static readonly IncidentRules Usual = IncidentRules.Default;

    private static readonly Kind Tags = new Kind.Map(@"^[^\s=]([^=]*[^\s=])?$", Kinds.Text);

    private static readonly Form Rule = new(
        "severity_rule",
        "A severity for alarms of which everything it names fits; with `source` or `subject`, one for messages of other senders.",
        new("alarm", Kinds.Glob, "The alarm's whole name."),
        new("description", Kinds.Glob, "The alarm's whole description."),
        AccountKey("An account of `accounts` by its name, or twelve digits in quotation marks."),
        RegionKey("The region, such as eu-west-1."),
        new("source", Kinds.Glob, "Who sent a message that is no alarm, as EventBridge names senders: aws.guardduty."),
        new("subject", Kinds.Glob, "The whole subject of such a message, its event's detail-type, or its title."),
        new("severity", Kinds.Severity, "How bad they are.") { IsRequired = true })
    {
        AtLeastOne = ServiceForm.RuleKeys,
    };

    private static readonly Form Deployments = new(
        "deployments",
        "What the messages of its deployments, builds, scans and tasks do.",
        new Key("failed", new Kind.Choice(ServiceForm.FailedWords), "note: one that failed is a note on the service's open incident. notify: where none is open, it opens one of sev4.") { Usual = "note" });

    private static readonly Form Hours = new(
        "support_hours",
        "When a service's people are at work.",
        new("zone", Kinds.Zone, "Whose clock: an IANA id.") { IsRequired = true },
        new("days", Kinds.Weekdays, "The days on which the hours begin.") { IsRequired = true },
        new("from", Kinds.Clock, "When they begin.") { IsRequired = true },
        new("to", Kinds.Clock, "When they end; on the next day when it is not after `from`.") { IsRequired = true });

    private static readonly Form Flapping = new(
        "flapping",
        "When an incident that keeps coming back counts as flapping.",
        new("returns", new Kind.Number(RulesForm.LeastReturns, FlappingRule.MostReturns), "The return with which it begins.") { Usual = "3" },
        new("within", Kinds.Length(RulesForm.LeastWithin, RulesForm.Day), "The time within which they fall.") { Usual = Kinds.Show(Usual.Flapping.Within) },
        Length("quiet", RulesForm.Day, Usual.Flapping.Quiet, "How long all its alarms must be OK before it resolves."));

    private static readonly IReadOnlyList<Key> Common =
    [
        new("name", Kinds.Text, "The name people read; the id where it is left out."),
        new("severity_rules", new Kind.List(new Kind.Entry(Rule)), "How bad an alarm is; the first rule that fits counts."),
        new("severity", Kinds.Severity, "How bad an alarm is where no rule fits and its description says nothing; sev2 where it is left out."),
        new("team", Kinds.Id, "The team that owns it."),
        new("runbooks", Kinds.OneOrMore(Kinds.Text), "Ids of runbooks to attach whatever the alarm is called."),
        new("tags", Tags, "Marks that maintenance windows may choose it by, such as { tier: frontend }."),
        new("resolve", new Kind.Choice(["automatic", "manual"]), "manual: only a person resolves its incidents.") { Usual = "automatic" },
        Length("resolve_after", RulesForm.Day, Usual.ResolveAfter!.Value, "How long all alarms must be OK before the incident resolves; 0m for at once."),
        Length("resolve_after_when_acknowledged", RulesForm.Day, Usual.ResolveAfterWhenAcknowledged, "The same once somebody has acknowledged: time for them to look."),
        Length("reopen_within", RulesForm.Day, Usual.ReopenWithin, "How long after a resolve the same alarms bring back the same incident."),
        new("flapping", new Kind.Entry(Flapping), "When it comes back again and again: it then stays open until its alarms are OK for long, and escalates like any other."),
        Length("group_within", RulesForm.Day, Usual.GroupWithin, "An alarm joins the open incident while the last one came no longer ago."),
        Length("group_at_most", RulesForm.Week, Usual.GroupAtMost, "No alarm joins an incident older than this."),
        Length("hold", RulesForm.Day, Usual.Hold, "How long an alarm has to last before it pages anybody."),
        new("urgency", new Kind.Choice(ServiceForm.Urgencies), "by_severity: sev1 and sev2 wake somebody, sev4 nobody, sev3 in support hours. high: all of them do. low: none does, ever.") { Usual = ServiceForm.BySeverity },
        new("support_hours", new Kind.Entry(Hours), "When a sev3 wakes somebody; always where it is left out."),
        new("deployments", new Kind.Entry(Deployments), "What the messages of its deployments, builds, scans and tasks do."),
        new("slack_channel", Kinds.Text, "A channel of `slack: webhooks`, without the #; `default` where it is left out."),
        new("postmortem", Kinds.OneOrMore(Kinds.Severity), "Severities whose incidents get a postmortem draft; sev1 and sev2 where it is left out, [] for none."),
    ];

    public static Form Service { get; } = new(
        "service",
        "Something people depend on, whose alarms become its incidents.",
        [
            new("alarms", Kinds.OneOrMore(Kinds.Glob), "Names of its alarms. The most specific pattern of all services wins."),
            new("alarm_tags", Tags, "Tags, such as { team: checkout }: an alarm that carries all of them is its own, unless a pattern of a service claims it. The most tags win."),
            AccountKey("Only alarms of these accounts: names of `accounts`, or twelve digits in quotation marks. Without `alarms` and `alarm_tags`: all that no other service claims."),
            RegionKey("Only alarms of these regions, such as eu-west-1 or eu-*. Without `alarms` and `alarm_tags`: all that no other service claims."),
            new("policy", Kinds.Id, "The escalation policy that pages; the catch-all where it is left out."),
            new("mode", new Kind.Choice(["live", "shadow"]), "shadow: everything runs, and its channel reads whom it would page; nobody is paged.") { Usual = "live" },
            new("group", new Kind.Choice(RulesForm.Groups), "Which of its alarms share an incident. service: all of one account and region. service-everywhere: all. alarm: none but those of one composite.") { Usual = RulesForm.Groups[0] },
            .. Common,
        ]);

    public static Form CatchAll { get; } = new(
        "catch_all",
        "Hears of every alarm that no service claims, and of every page for which nobody is on call.",
        [
            new("targets", PolicyForms.Targets, "Whom it pages, every 15 minutes until somebody answers."),
            new("policy", Kinds.Id, "The escalation policy whose steps it pages by, in place of `targets`."),
            new("group", new Kind.Choice([RulesForm.ByAlarm]), "Alarms that no service claims share an incident only where one composite watches them.") { Usual = RulesForm.ByAlarm },
            .. Common,
        ])
    {
        ExactlyOne = ["targets", "policy"],
    };

    public static Form Account { get; } = new(
        "account",
        "An AWS account whose alarms come here. The key is its id: twelve digits in quotation marks.",
        new("name", Kinds.Text, "The name people read on cards, texts, calls and lock screens.") { IsRequired = true },
        new("severity", Kinds.Severity, "How bad all its alarms are, unless a severity rule names the account."));

    public static Form Heartbeat { get; } = new(
        "heartbeat",
        "A job that has to be heard. The key is the last part of the address it posts to.",
        new("every", Kinds.Length(HeartbeatsSection.Shortest, HeartbeatsSection.Longest), "How far apart its beats are.") { IsRequired = true },
        Length("grace", HeartbeatsSection.LongestGrace, HeartbeatsSection.UsualGrace, "How late one may be."),
        new("service", Kinds.Id, "The service whose incident a missing beat is.") { IsRequired = true },
        new("severity", Kinds.Severity, "How bad a missing beat is; the service's own where it is left out."));

    private static Key AccountKey(string meaning) => new("account", Kinds.OneOrMore(Kinds.Text), meaning);

    private static Key RegionKey(string meaning) => new("region", Kinds.OneOrMore(Kinds.Glob), meaning);

    private static Key Length(string name, Duration most, Duration usual, string meaning) =>
        new(name, Kinds.Length(Duration.Zero, most), meaning) { Usual = usual == Duration.Zero ? "0m" : Kinds.Show(usual) };
}
