using Incidents.Domain;
using Incidents.Domain.OnCall;
using Incidents.Domain.People;
using NodaTime;

namespace Incidents.Import.GrafanaOnCall;

internal static class GrafanaPeople
{
    private static readonly Duration LongestDelay = Duration.FromHours(1);

    public static IReadOnlyList<Person> Read(GrafanaDocuments documents, Draft draft)
    {
        var known = documents.Users.ToDictionary(user => user.Text("id")!);
        var rendered = documents.FinalShifts.SelectMany(document => document.Items("results")).ToLookup(shift => shift.Text("user_pk"));
        if (known.Count > 0)
        {
            draft.Unmapped.Add("people", "phone", "OnCall's API does not tell numbers.", "Add `phone:` or `push:` to each.");
        }

        return
        [
            .. known.Keys.Concat(Keys(documents)).Concat(rendered.Select(one => one.Key).OfType<string>()).Distinct().OrderBy(draft.People.Find, StringComparer.Ordinal)
                .Select(key => known.TryGetValue(key, out var user) ? Read(user, documents, draft) : Absent(key, rendered[key].FirstOrDefault(), draft)),
        ];
    }

    /// <summary>Everybody shifts and escalations name.</summary>
    public static IEnumerable<string> Keys(GrafanaDocuments documents) =>
        documents.Shifts.SelectMany(shift => shift.Texts("users").Concat(shift.Items("rolling_users").SelectMany(group => group.Items().Select(user => user.Text()).OfType<string>())))
            .Concat(documents.Steps.SelectMany(step => step.Texts("persons_to_notify").Concat(step.Texts("persons_to_notify_next_each_time"))));

    private static Person Absent(string key, ExportValue shift, Draft draft)
    {
        var id = draft.Person(key)!.Value;
        draft.Unmapped.Add($"person {id}", "username", "They are on call or paged and not among the exported users.", "Export /api/v1/users too; or if they have left, take them out.");
        return new Person { Id = id, Name = shift.Text("user_username") ?? key, Email = shift.Text("user_email") };
    }

    private static Person Read(ExportValue user, GrafanaDocuments documents, Draft draft)
    {
        var id = draft.Person(user.Text("id"))!.Value;
        var zone = user.Text("timezone") ?? user.Text("time_zone");
        return new Person
        {
            Id = id,
            Name = user.Text("name") ?? user.Text("username") ?? id.Value,
            SlackId = user.Items("slack") is [var slack, ..] ? slack.Text("user_id") : null,
            Email = user.Text("email"),
            TimeZone = zone is null ? null : ZoneIds.Find(zone) ?? draft.Unmapped.Nothing<DateTimeZone>($"person {id}", "timezone", $"\"{zone}\" is no IANA zone.", "Add `time_zone:`."),
            Notify = Rules(user, documents, $"person {id}", draft),
        };
    }

    /// <summary>Escalations page by the default rules or by the important ones; the rules for waking are those that are used.</summary>
    private static PersonRules Rules(ExportValue user, GrafanaDocuments documents, string subject, Draft draft)
    {
        var wanted = documents.Steps.Any(step => step.Flag("important") == true);
        var own = documents.Rules.Where(rule => rule.Text("user_id") == user.Text("id")).ToList();
        var chosen = own.Where(rule => rule.Flag("important") == wanted).ToList();
        var after = Duration.Zero;
        var rules = new List<NotificationRule>();
        foreach (var rule in chosen.Count > 0 ? chosen : own)
        {
            if (rule.Text("type") == "wait")
            {
                after = Duration.Min(after + Duration.FromSeconds(rule.Number("duration") ?? 0), LongestDelay);
            }
            else if (Channel(rule.Text("type")) is { } channel)
            {
                rules.Add(new NotificationRule(channel, after));
            }
            else
            {
                draft.Unmapped.Add(subject, $"rule {rule.Text("type")}", "There is no such channel here.", "Add `push:` (ntfy or Pushover) and a rule for it, if it is needed.");
            }
        }

        return rules.Count == 0 ? PersonRules.Usual : new PersonRules([.. rules.Prepend(new NotificationRule(ChannelKind.Slack, Duration.Zero)).Distinct()], null);
    }

    private static string? Channel(string? type) => type switch
    {
        "notify_by_slack" => ChannelKind.Slack,
        "notify_by_sms" => ChannelKind.Sms,
        "notify_by_phone_call" => ChannelKind.Voice,
        "notify_by_email" => ChannelKind.Email,
        "notify_by_mobile_app" or "notify_by_mobile_app_critical" => ChannelKind.Push,
        _ => null,
    };
}
