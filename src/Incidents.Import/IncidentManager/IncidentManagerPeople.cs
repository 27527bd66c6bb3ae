using Incidents.Domain;
using Incidents.Domain.People;
using NodaTime;

namespace Incidents.Import.IncidentManager;

internal static class IncidentManagerPeople
{
    private static readonly Duration LongestDelay = Duration.FromHours(1);

    public static IReadOnlyList<Person> Read(IncidentManagerDocuments documents, Draft draft)
    {
        var known = documents.People.ToDictionary(contact => contact.Text("ContactArn")!);
        if (known.Count > 0)
        {
            draft.Unmapped.Add("people", "Slack id", "Incident Manager does not know it.", "Add `slack:` to each, with their member id.");
        }

        return
        [
            .. known.Keys.Concat(Keys(documents)).Distinct().OrderBy(draft.People.Find, StringComparer.Ordinal)
                .Select(key => known.TryGetValue(key, out var contact) ? Read(contact, documents, draft) : Absent(key, draft)),
        ];
    }

    /// <summary>Everybody rotations and their shifts name.</summary>
    public static IEnumerable<string> Keys(IncidentManagerDocuments documents) =>
        documents.Rotations.SelectMany(rotation => rotation.Texts("ContactIds"))
            .Concat(documents.Shifts.SelectMany(document => document.Items("RotationShifts")).SelectMany(shift => shift.Texts("ContactIds")));

    private static Person Absent(string key, Draft draft)
    {
        var id = draft.Person(key)!.Value;
        draft.Unmapped.Add($"person {id}", "Plan", "They are on call and not among the exported contacts.", "Export get-contact and list-contact-channels for them too; or if they have left, take them out.");
        return new Person { Id = id, Name = key.Split('/')[^1] };
    }

    private static Person Read(ExportValue contact, IncidentManagerDocuments documents, Draft draft)
    {
        var id = draft.Person(contact.Text("ContactArn"))!.Value;
        var channels = documents.Channels.Where(channel => channel.Text("ContactArn") == contact.Text("ContactArn")).ToList();
        if (channels.Count == 0)
        {
            draft.Unmapped.Add($"person {id}", "contact channels", "There are none in the export.", "Export list-contact-channels for them too, or add `phone:` and `email:`.");
        }

        var numbers = Of(channels, "SMS", "VOICE").Select(channel => (PhoneReading.Of(null, Address(channel)), channel));
        return new Person
        {
            Id = id,
            Name = contact.Text("DisplayName") ?? contact.Text("Alias")!,
            Email = Of(channels, "EMAIL").Select(Address).OfType<string>().FirstOrDefault(),
            Phone = Phones.First(numbers, $"person {id}", "contact channels", draft),
            Notify = Rules(contact, channels),
        };
    }

    private static IEnumerable<ExportValue> Of(List<ExportValue> channels, params string[] types) => channels.Where(channel => types.Contains(channel.Text("Type")));

    private static string? Address(ExportValue channel) => channel.Find("DeliveryAddress")?.Text("SimpleAddress");

    /// <summary>Stages of a plan follow one another; the card in Slack, which Incident Manager posts to a chat of its own, comes first.</summary>
    private static PersonRules Rules(ExportValue contact, List<ExportValue> channels)
    {
        var after = Duration.Zero;
        var rules = new List<NotificationRule>();
        foreach (var stage in contact.Find("Plan")?.Items("Stages") ?? [])
        {
            var ids = stage.Items("Targets").Select(target => target.Find("ChannelTargetInfo")?.Text("ContactChannelId")).OfType<string>().ToList();
            rules.AddRange(channels.Where(channel => ids.Contains(channel.Text("ContactChannelArn")!)).Select(channel => Channel(channel.Text("Type"))).OfType<string>().Select(channel => new NotificationRule(channel, after)));
            after = Duration.Min(after + Duration.FromMinutes(stage.Number("DurationInMinutes") ?? 0), LongestDelay);
        }

        return rules.Count == 0 ? PersonRules.Usual : new PersonRules([new NotificationRule(ChannelKind.Slack, Duration.Zero), .. rules.Distinct()], null);
    }

    private static string? Channel(string? type) => type switch
    {
        "SMS" => ChannelKind.Sms,
        "VOICE" => ChannelKind.Voice,
        "EMAIL" => ChannelKind.Email,
        _ => null,
    };
}
