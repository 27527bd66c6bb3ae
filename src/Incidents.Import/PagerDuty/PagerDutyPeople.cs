using Incidents.Domain;
using Incidents.Domain.OnCall;
using Incidents.Domain.People;
using NodaTime;

namespace Incidents.Import.PagerDuty;

internal static class PagerDutyPeople
{
    private static readonly Duration LongestDelay = Duration.FromHours(1);

    public static IReadOnlyList<Person> Read(IReadOnlyList<ExportValue> users, IReadOnlyList<ExportValue> documents, Draft draft)
    {
        var known = users.ToDictionary(user => user.Text("id")!);
        var keys = documents.SelectMany(document => document.Within())
            .Where(one => one.Text("type") is "user" or "user_reference").Select(one => one.Text("id")).OfType<string>().Concat(known.Keys).Distinct();
        return
        [
            .. keys.OrderBy(draft.People.Find, StringComparer.Ordinal)
                .Select(key => known.TryGetValue(key, out var user) ? Read(user, draft) : Absent(key, documents, draft)),
        ];
    }

    /// <summary>Teams as the users' own entries name them; a team is who belongs to it.</summary>
    public static IReadOnlyList<Team> Teams(IReadOnlyList<ExportValue> users, Draft draft) =>
    [
        .. users.SelectMany(user => user.Items("teams").Select(team => (Team: team, User: user)))
            .Where(pair => pair.Team.Text("id") is not null)
            .GroupBy(pair => draft.Teams.Find(pair.Team.Text("id"))!)
            .OrderBy(team => team.Key, StringComparer.Ordinal)
            .Select(team => new Team(new TeamId(team.Key), team.First().Team.Text("summary") ?? team.Key, [.. team.Select(pair => draft.Person(pair.User.Text("id"))!.Value).Order()])),
    ];

    private static Person Read(ExportValue user, Draft draft)
    {
        var subject = $"person {draft.Person(user.Text("id"))}";
        var methods = user.Items("contact_methods");
        draft.Unmapped.Add("people", "Slack id", "PagerDuty's API does not tell it.", "Add `slack:` to each, with their member id.");
        return new Person
        {
            Id = draft.Person(user.Text("id"))!.Value,
            Name = user.Text("name") ?? user.Text("summary") ?? user.Text("id")!,
            Email = user.Text("email") ?? methods.FirstOrDefault(method => Channel(method) == ChannelKind.Email).Text("address"),
            Phone = Phone(methods, subject, draft),
            TimeZone = Zone(user, subject, draft),
            Notify = Rules(user, methods, subject, draft),
        };
    }

    private static Person Absent(string key, IReadOnlyList<ExportValue> documents, Draft draft)
    {
        var reference = documents.SelectMany(document => document.Within()).First(one => one.Text("id") == key && one.Text("type") is "user" or "user_reference");
        var name = reference.Text("name") ?? reference.Text("summary") ?? key;
        draft.Unmapped.Add($"person {draft.Person(key)}", "contact_methods", "They are on call or paged and not among the exported users.", "Export /users too; or if they have left, take them out of schedules and policies.");
        return new Person { Id = draft.Person(key)!.Value, Name = name };
    }

    /// <summary>The code is kept apart from the number, and people write it into the number again.</summary>
    private static string? Phone(IReadOnlyList<ExportValue> methods, string subject, Draft draft) => Phones.First(
        methods.Where(method => Channel(method) is ChannelKind.Sms or ChannelKind.Voice).Select(method => (PhoneReading.Of(method.Text("country_code"), method.Text("address")), method)),
        subject, "contact_methods", draft);

    private static DateTimeZone? Zone(ExportValue user, string subject, Draft draft) =>
        user.Text("time_zone") is not { } text ? null
        : ZoneIds.Find(text) ?? draft.Unmapped.Nothing<DateTimeZone>(subject, "time_zone", $"\"{text}\" is no IANA zone.", "Add `time_zone:` such as America/New_York.");

    private static PersonRules Rules(ExportValue user, IReadOnlyList<ExportValue> methods, string subject, Draft draft)
    {
        var rules = user.Items("notification_rules").Where(rule => rule.Text("type") is null or "assignment_notification_rule").ToList();
        return new PersonRules(Rules(rules, "high", methods, subject, draft), Rules(rules, "low", methods, subject, draft));
    }

    private static IReadOnlyList<NotificationRule>? Rules(List<ExportValue> rules, string urgency, IReadOnlyList<ExportValue> methods, string subject, Draft draft)
    {
        var mapped = new List<NotificationRule>();
        foreach (var rule in rules.Where(rule => rule.Text("urgency") == urgency))
        {
            var method = rule.Find("contact_method") is not { } named ? default : methods.FirstOrDefault(one => one.Text("id") == named.Text("id"), named);
            if (Channel(method) is not { } channel)
            {
                draft.Unmapped.Add(subject, $"notification_rules, {urgency}", $"There is no channel for a {method.Text("type") ?? "contact method that is missing"}.", "Add a rule to `notify:` if it is needed.");
                continue;
            }

            if (channel == ChannelKind.Push)
            {
                draft.Unmapped.Add(subject, "push_notification_contact_method", "PagerDuty's app cannot be told from here.", "Give them `push:` (ntfy or Pushover); the rule is written and passed over until then.");
            }

            mapped.Add(new NotificationRule(channel, Duration.Min(Duration.FromMinutes(rule.Number("start_delay_in_minutes") ?? 0), LongestDelay)));
        }

        return WithCard(mapped);
    }

    /// <summary>The card in Slack comes first: it holds the buttons, and the other tool posted it by an integration of its own.</summary>
    private static IReadOnlyList<NotificationRule>? WithCard(List<NotificationRule> rules) =>
        rules.Count == 0 ? null : [new NotificationRule(ChannelKind.Slack, Duration.Zero), .. rules.OrderBy(rule => rule.After).Distinct()];

    private static string? Channel(ExportValue method) => method.Text("type")?.Replace("_reference", "", StringComparison.Ordinal) switch
    {
        "email_contact_method" => ChannelKind.Email,
        "phone_contact_method" => ChannelKind.Voice,
        "sms_contact_method" => ChannelKind.Sms,
        "push_notification_contact_method" => ChannelKind.Push,
        _ => null,
    };
}
