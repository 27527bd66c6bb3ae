using Incidents.Domain;
using Incidents.Domain.OnCall;
using Incidents.Domain.People;
using NodaTime;

namespace Incidents.Import.Opsgenie;

internal static class OpsgeniePeople
{
    public static IReadOnlyList<Person> Read(IReadOnlyList<ExportValue> users, IReadOnlyList<ExportValue> documents, Draft draft)
    {
        if (users.Count > 0)
        {
            draft.Unmapped.Add("people", "Slack id", "Opsgenie's API does not tell it.", "Add `slack:` to each, with their member id.");
            draft.Unmapped.Add("people", "notification-rules", "Opsgenie keeps them for each kind of event and each condition.", "Add `notify:` where the usual way (card, then text or push, then call) is not wanted.");
        }

        var references = References(documents).Where(reference => users.All(user => user.Text("id") != reference.Text("id"))).DistinctBy(reference => reference.Text("id"));
        return [.. users.Select(user => Read(user, draft)).Concat(references.Select(reference => Absent(reference, draft))).OrderBy(person => person.Id)];
    }

    public static IReadOnlyList<Team> Teams(IReadOnlyList<ExportValue> values, Draft draft)
    {
        var teams = new List<Team>();
        foreach (var value in values)
        {
            var id = draft.Teams.Find(value.Text("id"))!;
            if (value.Items("members").Count == 0)
            {
                draft.Unmapped.LeaveOut($"team {id}", "members", "The listing of teams does not tell them.", "Export GET /v2/teams/ID for it, or write the team by hand.");
                continue;
            }

            teams.Add(new Team(new TeamId(id), value.Text("name") ?? id, [.. draft.OnCall(value.Items("members").Select(member => member.Find("user")?.Text("id")))]));
        }

        return teams;
    }

    /// <summary>People as rotations, overrides, rules and team members name them.</summary>
    public static IEnumerable<ExportValue> References(IReadOnlyList<ExportValue> documents) =>
        documents.SelectMany(document => document.Within())
            .Where(one => one.Text("id") is not null && (one.Text("type") == "user" || (one.Path.EndsWith(".user", StringComparison.Ordinal) && !one.Has("type"))));

    /// <summary>In a reference the name is the user name, which is an address.</summary>
    public static string NameOf(ExportValue reference) => (reference.Text("username") ?? reference.Text("name") ?? reference.Text("id")!).Split('@')[0];

    private static Person Absent(ExportValue reference, Draft draft)
    {
        var id = draft.Person(reference.Text("id"))!.Value;
        draft.Unmapped.Add($"person {id}", "userContacts", "They are on call or paged and not among the exported users.", "Export GET /v2/users/ID?expand=contact too; or if they have left, take them out.");
        return new Person { Id = id, Name = NameOf(reference), Email = Address(reference.Text("username") ?? reference.Text("name")) };
    }

    private static Person Read(ExportValue user, Draft draft)
    {
        var id = draft.Person(user.Text("id"))!.Value;
        var contacts = user.Items("userContacts").Where(contact => contact.Flag("enabled") != false).ToList();
        var numbers = contacts.Where(contact => contact.Text("contactMethod") is "sms" or "voice").Select(contact => (PhoneReading.Hyphenated(contact.Text("to") ?? ""), contact));
        if (contacts.Any(contact => contact.Text("contactMethod") == "mobile"))
        {
            draft.Unmapped.Add($"person {id}", "userContacts, mobile", "Opsgenie's app cannot be told from here.", "Give them `push:` (ntfy or Pushover).");
        }

        return new Person
        {
            Id = id,
            Name = user.Text("fullName") ?? id.Value,
            Email = Address(user.Text("username")),
            Phone = Phones.First(numbers, $"person {id}", "userContacts", draft),
            TimeZone = user.Text("timeZone") is { } zone ? ZoneIds.Find(zone) ?? draft.Unmapped.Nothing<DateTimeZone>($"person {id}", "timeZone", $"\"{zone}\" is no IANA zone.", "Add `time_zone:`.") : null,
            IsActive = user.Flag("blocked") != true,
        };
    }

    private static string? Address(string? text) => text is not null && text.Count(c => c == '@') == 1 && !text.Any(char.IsWhiteSpace) ? text : null;
}
