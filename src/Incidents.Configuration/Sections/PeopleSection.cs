using System.Text.RegularExpressions;
using Incidents.Configuration.Yaml;
using Incidents.Domain;
using Incidents.Domain.People;

namespace Incidents.Configuration.Sections;

internal static partial class PeopleSection
{
    public static OrderedDictionary<PersonId, Person> Read(ConfigurationSections sections, KnownIds ids)
    {
        var people = new OrderedDictionary<PersonId, Person>();
        var owners = new Dictionary<string, PersonId>();
        var callers = new Dictionary<string, PersonId>();
        foreach (var (id, value) in sections.People)
        {
            if (value.Object("Write { name: Ada Lovelace }, or more.") is { } entry)
            {
                var person = Read(new PersonId(id), value, entry, ids);
                people.Add(person.Id, person);
                if (person.SlackId is { } slack && !owners.TryAdd(slack, person.Id))
                {
                    value.Error($"{person.Id} and {owners[slack]} have the same Slack id. Correct one of the two.");
                }

                foreach (var name in person.Aws.Where(name => !callers.TryAdd(name, person.Id) && callers[name] != person.Id))
                {
                    value.Error($"{person.Id} and {callers[name]} have the same `aws: {name}`, so an act by it would be either's. Correct one of the two.");
                }
            }
        }

        return people;
    }

    private static Person Read(PersonId id, YamlValue value, YamlObject entry, KnownIds ids)
    {
        var name = entry.Find("name")?.Text() ?? id.Value;
        var zone = entry.Find("time_zone")?.Zone();
        var (number, type) = entry.Find("phone") is { } phone ? PhoneForm.Read(phone) : default;
        var person = new Person
        {
            Id = id,
            Name = name,
            SlackId = entry.Find("slack")?.Matching(SlackId(), "a Slack member id such as U012ABCDEF, from \"Copy member ID\" in the person's Slack profile"),
            Aws = entry.Find("aws")?.OneOrMore().Select(one => one.Matching(AwsName(), AwsNames)).OfType<string>().ToArray() ?? [],
            Email = entry.Find("email")?.Matching(Email(), "an e-mail address"),
            Phone = number,
            PhoneType = type,
            Push = entry.Find("push") is { } push ? PushForm.Read(push) : null,
            Webhook = entry.Find("webhook")?.SecretName("webhook's URL and key"),
            Notify = entry.Find("notify") is { } notify ? NotifyForm.Read(notify) : PersonRules.Usual,
            TimeZone = zone,
            Country = entry.Find("country") is { } country ? ids.Country(country) : null,
            QuietHours = entry.Find("quiet_hours") is { } quiet ? QuietHoursForm.Read(quiet, name, zone) : null,
            TimeOff = entry.Find("time_off") is { } off ? TimeOffForm.Read(off) : [],
            IsActive = entry.Find("active")?.Boolean() ?? true,
        };
        entry.RefuseOthers();
        if (person is { IsActive: true, SlackId: null } && entry.FindOrNothing("slack") is null)
        {
            value.WarnAtKey($"{person.Name} has no Slack id, so no message can mention them. Add `slack:` with their member id.");
        }

        return person;
    }

    private const string AwsNames = "the name of an IAM user or of a user of IAM Identity Center, such as ada@example.com, or the ARN that `aws sts get-caller-identity` prints";

    [GeneratedRegex(@"^([A-Za-z0-9_+=,.@-]{1,64}|arn:aws[a-z-]*:iam::[0-9]{12}:user/[!-~]{1,576}|arn:aws[a-z-]*:sts::[0-9]{12}:assumed-role/[A-Za-z0-9_+=,.@-]{1,64}/[A-Za-z0-9_+=,.@-]{2,64})\z", RegexOptions.CultureInvariant)]
    public static partial Regex AwsName();

    [GeneratedRegex(@"^[UW][A-Z0-9]{4,20}\z", RegexOptions.CultureInvariant)]
    public static partial Regex SlackId();

    [GeneratedRegex(@"^[^@\s<>]+@[^@\s<>]+\z", RegexOptions.CultureInvariant)]
    public static partial Regex Email();
}
