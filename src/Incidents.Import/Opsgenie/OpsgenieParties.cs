using Incidents.Domain;
using Incidents.Domain.OnCall;
using Incidents.Domain.People;

namespace Incidents.Import.Opsgenie;

/// <summary>Who is meant by a participant, recipient or responder: a person, the members of a team, or an empty set.</summary>
internal sealed class OpsgenieParties(Draft draft, IReadOnlyList<Team> teams)
{
    /// <returns>An empty set for `none`, and for a party that the export does not name, which is noted.</returns>
    public PersonSet Who(ExportValue party, string subject)
    {
        var id = party.Text("id");
        switch (party.Text("type"))
        {
            case "none" or "noone":
                return PersonSet.Nobody;
            case "team" when teams.FirstOrDefault(team => team.Id.Value == draft.Teams.Find(id)) is { } team:
                return PersonSet.Of([.. team.Members]);
            case "user" or null when draft.Person(id) is { } person:
                return [person];
            default:
                draft.Unmapped.LeaveOut(subject, $"{party.Text("type") ?? "participant"} {party.Text("name") ?? id}", "It stands for people the export does not tell; its turn is vacant.", "Write the people in its place.");
                return PersonSet.Nobody;
        }
    }
}
