using Incidents.Application.Configuration;
using NodaTime;

namespace Incidents.Import.Opsgenie;

/// <summary>From answers of Opsgenie's API v2 to a team.</summary>
internal static class OpsgenieImport
{
    public static ImportedTeam Read(IReadOnlyList<ExportValue> documents, Instant at, UnmappedList unmapped)
    {
        var sorted = new OpsgenieDocuments(documents, unmapped);
        var draft = new Draft(unmapped);
        Name(sorted, documents, draft);
        var people = OpsgeniePeople.Read(sorted.Users, documents, draft);
        var teams = OpsgeniePeople.Teams(sorted.Teams, draft);
        var parties = new OpsgenieParties(draft, teams);
        var schedules = sorted.Schedules.Select(schedule => OpsgenieSchedule.Read(schedule, sorted, at, parties, draft)).ToList();
        OpsgenieSchedule.NoteOverridesOfNone(schedules, sorted, at, draft);
        var policies = OpsgeniePolicies.Read(sorted, teams, draft);
        return new ImportedTeam
        {
            People = people,
            Teams = teams,
            Schedules = schedules,
            Policies = policies,
            Services = OpsgenieServices.Read(sorted, teams, policies, draft),
            Rendered = [.. sorted.Timelines.Select(timeline => OpsgenieTimeline.Read(timeline, parties, draft)).OfType<RenderedSchedule>()],
        };
    }

    private static void Name(OpsgenieDocuments sorted, IReadOnlyList<ExportValue> documents, Draft draft)
    {
        foreach (var user in sorted.Users)
        {
            draft.People.Add(user.Text("id")!, user.Text("fullName") ?? user.Text("username"));
        }

        foreach (var reference in OpsgeniePeople.References(documents))
        {
            draft.People.Add(reference.Text("id")!, OpsgeniePeople.NameOf(reference));
        }

        sorted.Teams.ToList().ForEach(one => draft.Teams.Add(one.Text("id")!, one.Text("name")));
        sorted.Schedules.ToList().ForEach(one => draft.Schedules.Add(one.Text("id")!, one.Text("name")));
        sorted.Escalations.ToList().ForEach(one => draft.Policies.Add(one.Text("id")!, one.Text("name")));
        sorted.Services.ToList().ForEach(one => draft.Services.Add(one.Text("id")!, one.Text("name")));
    }
}
