using System.Text.RegularExpressions;
using Incidents.Configuration.Yaml;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Escalation;
using Incidents.Domain.People;

namespace Incidents.Configuration.Sections;

internal static partial class SlackSection
{
    /// <summary>Names of the channels, for those who refer to them.</summary>
    public static IReadOnlyCollection<string> Channels(ConfigurationSections sections) =>
        sections.Slack is { IsObject: true } slack && slack.Follow("webhooks") is { IsObject: true, Name: "webhooks" } webhooks
            ? [.. webhooks.Object("")?.Entries.Select(entry => entry.Key) ?? []]
            : [];

    public static SlackSettings Read(ConfigurationSections sections, KnownIds ids, IReadOnlyDictionary<PersonId, Person> people, IReadOnlyDictionary<TeamId, Team> teams)
    {
        var everyone = people.Keys.ToHashSet();
        if (sections.Slack?.Object("Write `webhooks:`, `team_id:` or others.") is not { } entry)
        {
            return new SlackSettings { Responders = everyone };
        }

        var settings = new SlackSettings
        {
            Webhooks = entry.Find("webhooks")?.Object("Write `channel: name-of-the-secret` lines.") is { } webhooks ? ReadWebhooks(webhooks) : [],
            TeamId = entry.Find("team_id")?.Matching(TeamId(), "a Slack workspace id such as T012ABCDEF"),
            AppId = entry.Find("app_id")?.Matching(AppId(), "a Slack app id such as A012ABCDEF"),
            EnterpriseId = entry.Find("enterprise_id")?.Matching(EnterpriseId(), "a Slack organisation id such as E012ABCDEF"),
            ShadowChannel = entry.Find("shadow") is { } shadow ? ids.Channel(shadow) : null,
            Responders = entry.Find("responders") is { } responders ? ReadResponders(responders, ids, teams) : everyone,
        };
        entry.RefuseOthers();
        return settings;
    }

    private static OrderedDictionary<string, string> ReadWebhooks(YamlObject webhooks)
    {
        var secrets = new OrderedDictionary<string, string>();
        foreach (var (channel, secret) in webhooks.Entries)
        {
            if (channel.StartsWith('#'))
            {
                secret.Error("A channel is named here without the #. Remove it.");
            }
            else if (webhooks.Find(channel)?.SecretName("webhook's URL") is { } name)
            {
                secrets.Add(channel, name);
            }
        }

        return secrets;
    }

    private static HashSet<PersonId> ReadResponders(YamlValue value, KnownIds ids, IReadOnlyDictionary<TeamId, Team> teams) =>
    [
        .. TargetForm.Read(value, ids).SelectMany(target => target switch
        {
            EscalationTarget.One one => [one.Person],
            EscalationTarget.Everyone team => teams.GetValueOrDefault(team.Team)?.Members ?? [],
            _ => value.Refuse<IReadOnlyList<PersonId>>("`responders` are people and teams, not schedules. Write `person: x` or `team: x`.") ?? [],
        }),
    ];

    [GeneratedRegex(@"^T[A-Z0-9]{4,20}\z", RegexOptions.CultureInvariant)]
    public static partial Regex TeamId();

    [GeneratedRegex(@"^A[A-Z0-9]{4,20}\z", RegexOptions.CultureInvariant)]
    public static partial Regex AppId();

    [GeneratedRegex(@"^E[A-Z0-9]{4,20}\z", RegexOptions.CultureInvariant)]
    public static partial Regex EnterpriseId();
}
