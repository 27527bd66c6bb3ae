using Incidents.Configuration.Yaml;
using Incidents.Domain;
using Incidents.Domain.People;

namespace Incidents.Configuration.Sections;

internal static class TeamsSection
{
    public static OrderedDictionary<TeamId, Team> Read(ConfigurationSections sections, KnownIds ids)
    {
        var teams = new OrderedDictionary<TeamId, Team>();
        foreach (var (id, value) in sections.Teams)
        {
            if (value.Object("Write { name: Payments, members: [ada, grace] }.") is { } entry)
            {
                var name = entry.Find("name")?.Text() ?? id;
                var members = entry.Require("members", "List the people in it: members: [ada, grace].")?.Items() ?? [];
                teams.Add(new TeamId(id), new Team(new TeamId(id), name, [.. members.Select(ids.Person).OfType<PersonId>().Distinct()]));
                entry.RefuseOthers();
            }
        }

        return teams;
    }
}
