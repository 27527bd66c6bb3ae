using Incidents.Configuration.Yaml;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Configuration;
using Incidents.Domain.Escalation;
using Incidents.Domain.Incidents;
using Incidents.Domain.Paging;
using Incidents.Domain.People;
using Incidents.Domain.Services;
using NodaTime;

namespace Incidents.Configuration.Authoring.Comparing;

/// <summary>Compares two configurations part by part.</summary>
internal static class PartChanges
{
    public static IEnumerable<PartChange> Find(OnCallConfiguration before, OnCallConfiguration after) =>
    [
        .. Compare("service", ServicesOf(before), ServicesOf(after), service => service.Name, ServiceDetails),
        .. Compare("account", before.Accounts, after.Accounts, account => account.Name, (old, next) => [.. Replaced("name", old.Name, next.Name), .. Replaced("severity", $"{old.Severity}", $"{next.Severity}")]),
        .. Compare("policy", before.Policies, after.Policies, policy => policy.Name, PolicyDetails),
        .. Compare("schedule", before.Schedules, after.Schedules, schedule => schedule.Definition.Name, (_, _) => []),
        .. Compare("team", before.Teams, after.Teams, team => team.Name, TeamDetails),
        .. Compare("person", before.People, after.People, person => person.Name, (old, next) => PersonDetails(before, old, after, next)),
        .. Compare("heartbeat", before.Heartbeats, after.Heartbeats, heartbeat => heartbeat.Name, (old, next) => old == next ? [] : ["its times"]),
        .. Compare("channels", ChannelsOf(before), ChannelsOf(after), _ => "ways to people", ChannelDetails),
        .. Compare("notices", NoticesOf(before), NoticesOf(after), _ => "low urgency", (old, next) => [.. Replaced("channel", old.Channel?.ToString() ?? "each service's own", next.Channel?.ToString() ?? "each service's own"), .. Replaced("digest", YamlTimes.Show(old.Digest), YamlTimes.Show(next.Digest))]),
        .. Compare("retention", RetentionOf(before), RetentionOf(after), _ => "incidents", (old, next) => Replaced("removed after", old, next)),
        .. Compare("watchdog", WatchdogOf(before), WatchdogOf(after), _ => "each good tick", (old, next) => Replaced("secret", old, next)),
    ];

    private static IEnumerable<PartChange> Compare<TId, T>(
        string kind, IReadOnlyDictionary<TId, T> before, IReadOnlyDictionary<TId, T> after, Func<T, string> name, Func<T, T, IEnumerable<string>> details)
        where TId : notnull
    {
        foreach (var (id, part) in after)
        {
            if (!before.TryGetValue(id, out var old))
            {
                yield return new PartChange(PartFate.Added, kind, $"{id}", name(part), []);
            }
            else if (details(old, part).ToArray() is { Length: > 0 } different)
            {
                yield return new PartChange(PartFate.Changed, kind, $"{id}", name(part), different);
            }
        }

        foreach (var (id, part) in before.Where(one => !after.ContainsKey(one.Key)))
        {
            yield return new PartChange(PartFate.Removed, kind, $"{id}", name(part), []);
        }
    }

    private static IEnumerable<string> ServiceDetails(Service before, Service after)
    {
        var (old, next) = (before.Alarms.Select(glob => glob.ToString()).ToArray(), after.Alarms.Select(glob => glob.ToString()).ToArray());
        return
        [
            .. Replaced("policy", before.Policy?.Value ?? "none", after.Policy?.Value ?? "none"),
            .. next.Except(old).Select(pattern => $"takes alarms {pattern}"),
            .. old.Except(next).Select(pattern => $"no longer takes alarms {pattern}"),
            .. after.AlarmTags.Except(before.AlarmTags).Select(tag => $"takes alarms tagged {tag}"),
            .. before.AlarmTags.Except(after.AlarmTags).Select(tag => $"no longer takes alarms tagged {tag}"),
            .. Replaced("accounts and regions", Where(before), Where(after)),
            .. Replaced("Slack channel", before.Channel?.ToString() ?? "default", after.Channel?.ToString() ?? "default"),
            .. Replaced("usual severity", before.DefaultSeverity?.ToString() ?? "Sev2", after.DefaultSeverity?.ToString() ?? "Sev2"),
            .. before.SeverityRules.SequenceEqual(after.SeverityRules) ? [] : new[] { "its severity rules" },
            .. Replaced("failed deployments", WordOf(before.Deployments), WordOf(after.Deployments)),
            .. Replaced("urgency", UrgencyOf(before), UrgencyOf(after)),
            .. HoursOf(before) == HoursOf(after) ? [] : new[] { "its support hours" },
            .. Replaced("mode", before.IsShadow ? "shadow" : "live", after.IsShadow ? "shadow" : "live"),
            .. Replaced("groups by", GroupingOf(before.Rules), GroupingOf(after.Rules)),
            .. Replaced("flapping from", FlappingOf(before.Rules.Flapping), FlappingOf(after.Rules.Flapping)),
            .. WithoutNamed(before.Rules) == WithoutNamed(after.Rules) ? [] : new[] { "how its incidents recover and reopen" },
        ];
    }

    private static IEnumerable<string> PolicyDetails(EscalationPolicy before, EscalationPolicy after) =>
    [
        .. Replaced("step timeouts", Times(before.Steps.Select(step => step.Timeout)), Times(after.Steps.Select(step => step.Timeout))),
        .. Replaced("repeat", $"{before.Repeat}", $"{after.Repeat}"),
        .. Replaced("acknowledge timeout", Time(before.AcknowledgeTimeout), Time(after.AcknowledgeTimeout)),
    ];

    private static IEnumerable<string> TeamDetails(Team before, Team after) =>
    [
        .. after.Members.Except(before.Members).Select(person => $"with {person}"),
        .. before.Members.Except(after.Members).Select(person => $"without {person}"),
    ];

    private static IEnumerable<string> ChannelDetails(ChannelSettings before, ChannelSettings after) =>
    [
        .. Replaced("mails from", before.EmailFrom ?? "none", after.EmailFrom ?? "none"),
        .. Replaced("texts from", before.SmsOrigination ?? "none", after.SmsOrigination ?? "none"),
        .. Replaced("replies to texts", before.SmsTwoWay ? "taken" : "not taken", after.SmsTwoWay ? "taken" : "not taken"),
        .. Replaced("calls from", before.VoiceOrigination ?? "none", after.VoiceOrigination ?? "none"),
        .. Replaced("voice", before.VoiceId ?? "the usual one", after.VoiceId ?? "the usual one"),
        .. Replaced("secret of Pushover", before.PushoverTokenSecret ?? "none", after.PushoverTokenSecret ?? "none"),
        .. Replaced("only Slack", before.SlackOnly ?? "no", after.SlackOnly ?? "no"),
    ];

    private static IEnumerable<string> PersonDetails(OnCallConfiguration before, Person old, OnCallConfiguration after, Person next) =>
    [
        .. old.IsActive == next.IsActive ? [] : new[] { next.IsActive ? "active again" : "not active any more" },
        .. Replaced("paged at high urgency by", Rules(before, old, Urgency.High), Rules(after, next, Urgency.High)),
        .. Replaced("at low urgency by", Rules(before, old, Urgency.Low), Rules(after, next, Urgency.Low)),
        .. QuietOf(old) == QuietOf(next) ? [] : new[] { "their quiet hours" },
        .. (old.SlackId, old.Email, old.Phone, old.PhoneType, old.Push, old.Webhook) == (next.SlackId, next.Email, next.Phone, next.PhoneType, next.Push, next.Webhook) ? [] : new[] { "their addresses" },
        .. old.Aws.SequenceEqual(next.Aws) ? [] : new[] { "their names in AWS" },
    ];

    private static IEnumerable<string> Replaced(string what, string before, string after) => before == after ? [] : [$"{what} {before} → {after}"];

    private static string Rules(OnCallConfiguration settings, Person person, Urgency urgency) =>
        string.Join(", ", settings.RulesFor(person, urgency).Select(rule => rule.After == Duration.Zero ? rule.Channel : $"{rule.Channel} after {Time(rule.After)}"));

    private static string Times(IEnumerable<Duration> times) => string.Join(", ", times.Select(time => Time(time)));

    /// <summary>As the files write it, in the largest unit that is whole.</summary>
    private static string Time(Duration? time) => time switch
    {
        null => "none",
        { } length when length.TotalHours >= 1 && length.TotalMinutes % 60 == 0 => $"{(long)length.TotalHours}h",
        { } length when length.TotalSeconds % 60 == 0 => $"{(long)length.TotalMinutes}m",
        { } length => $"{(long)length.TotalSeconds}s",
    };

    private static string WordOf(DeploymentSettings deployments) => deployments.Failed.ToString().ToLowerInvariant();

    private static string Where(Service service) => service.Places == AlarmPlaces.Anywhere ? "any" : service.Places.ToString();

    private static string UrgencyOf(Service service) => service.Urgency?.ToString().ToLowerInvariant() ?? "by severity";

    private static string GroupingOf(IncidentRules rules) => $"{WordOf(rules.Group)} for {Time(rules.GroupWithin)}, {Time(rules.GroupAtMost)} at most";

    private static string WordOf(GroupBy group) => group == GroupBy.ServiceEverywhere ? "service-everywhere" : group.ToString().ToLowerInvariant();

    private static string FlappingOf(FlappingRule rule) => $"{rule.Returns} returns in {Time(rule.Within)} until quiet for {Time(rule.Quiet)}";

    private static IncidentRules WithoutNamed(IncidentRules rules) => rules with
    {
        Group = IncidentRules.Default.Group,
        GroupWithin = IncidentRules.Default.GroupWithin,
        GroupAtMost = IncidentRules.Default.GroupAtMost,
        Flapping = FlappingRule.Default,
    };

    private static (string?, string, LocalTime?, LocalTime?) HoursOf(Service service) =>
        (service.SupportHours?.Zone.Id, string.Join(',', service.SupportHours?.Days.Order() ?? Enumerable.Empty<IsoDayOfWeek>()), service.SupportHours?.From, service.SupportHours?.To);

    private static (string?, string, LocalTime?, LocalTime?) QuietOf(Person person) =>
        (person.QuietHours?.Zone.Id, string.Join(',', person.QuietHours?.Days.Order() ?? Enumerable.Empty<IsoDayOfWeek>()), person.QuietHours?.From, person.QuietHours?.To);

    private static Dictionary<string, NoticeSettings> NoticesOf(OnCallConfiguration settings) => new() { ["notices"] = settings.Notices };

    private static Dictionary<string, ChannelSettings> ChannelsOf(OnCallConfiguration settings) => new() { ["channels"] = settings.Channels };

    private static Dictionary<string, string> WatchdogOf(OnCallConfiguration settings) =>
        settings.WatchdogSecret is { } secret ? new() { ["watchdog"] = secret } : [];

    private static Dictionary<string, string> RetentionOf(OnCallConfiguration settings) =>
        new() { ["incidents"] = settings.IncidentRetention is { } kept ? YamlTimes.Show(kept) : "never" };

    private static Dictionary<ServiceId, Service> ServicesOf(OnCallConfiguration settings) =>
        settings.Services.Values.Append(settings.CatchAll.Service).ToDictionary(service => service.Id);
}
