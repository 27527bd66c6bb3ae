using Incidents.Application.Configuration;
using NodaTime;

namespace Incidents.Import.PagerDuty;

/// <summary>From answers of PagerDuty's REST API v2 to a team.</summary>
internal static class PagerDutyImport
{
    public static ImportedTeam Read(IReadOnlyList<ExportValue> documents, Instant at, UnmappedList unmapped)
    {
        var sorted = new PagerDutyDocuments(documents, unmapped);
        var draft = new Draft(unmapped);
        Name(sorted, documents, draft);
        var people = PagerDutyPeople.Read(sorted.Users, documents, draft);
        var teams = PagerDutyPeople.Teams(sorted.Users, draft);
        var schedules = sorted.Schedules.Select(schedule => PagerDutySchedule.Read(schedule, at, draft)).ToList();
        var policies = PagerDutyPolicies.Read(sorted, [.. schedules.Select(one => one.Schedule.Id.Value)], draft);
        return new ImportedTeam
        {
            People = people,
            Teams = teams,
            Schedules = [.. schedules.Select(one => one.Schedule)],
            Policies = policies,
            Services = PagerDutyServices.Read(sorted.Services, teams, policies, draft),
            Rendered = [.. schedules.Select(one => one.Rendered).OfType<RenderedSchedule>()],
        };
    }

    private static void Name(PagerDutyDocuments sorted, IReadOnlyList<ExportValue> documents, Draft draft)
    {
        foreach (var user in sorted.Users)
        {
            draft.People.Add(user.Text("id")!, user.Text("name") ?? user.Text("summary"));
        }

        // People who have left are still named by schedules and policies.
        foreach (var reference in documents.SelectMany(document => document.Within()).Where(one => one.Text("type") is "user" or "user_reference" && one.Text("id") is not null))
        {
            draft.People.Add(reference.Text("id")!, reference.Text("name") ?? reference.Text("summary"));
        }

        sorted.Schedules.ToList().ForEach(one => draft.Schedules.Add(one.Text("id")!, one.Text("name") ?? one.Text("summary")));
        sorted.Policies.ToList().ForEach(one => draft.Policies.Add(one.Text("id")!, one.Text("name") ?? one.Text("summary")));
        sorted.Services.ToList().ForEach(one => draft.Services.Add(one.Text("id")!, one.Text("name") ?? one.Text("summary")));
        sorted.Users.SelectMany(user => user.Items("teams")).Where(team => team.Text("id") is not null).ToList()
            .ForEach(team => draft.Teams.Add(team.Text("id")!, team.Text("name") ?? team.Text("summary")));
    }
}
