using Incidents.Application.Configuration;
using NodaTime;

namespace Incidents.Import.IncidentManager;

/// <summary>From answers of AWS Systems Manager Incident Manager to a team.</summary>
internal static class IncidentManagerImport
{
    public static ImportedTeam Read(IReadOnlyList<ExportValue> documents, Instant at, UnmappedList unmapped)
    {
        var sorted = new IncidentManagerDocuments(documents, unmapped);
        var draft = new Draft(unmapped);
        Name(sorted, draft);
        var shifts = IncidentManagerShifts.ByRotation(sorted, draft);
        var people = IncidentManagerPeople.Read(sorted, draft);
        var schedules = sorted.Schedules.Select(schedule => IncidentManagerSchedule.Read(schedule, sorted, shifts, at, draft)).ToList();
        var (policies, services) = IncidentManagerPlans.Read(sorted, draft);
        return new ImportedTeam
        {
            People = people,
            Schedules = [.. schedules.Select(one => one.Schedule)],
            Policies = policies,
            Services = services,
            Rendered = [.. schedules.Select(one => one.Rendered).OfType<RenderedSchedule>()],
        };
    }

    private static void Name(IncidentManagerDocuments sorted, Draft draft)
    {
        sorted.People.ToList().ForEach(one => draft.People.Add(one.Text("ContactArn")!, one.Text("Alias")));
        IncidentManagerPeople.Keys(sorted).ToList().ForEach(key => draft.People.Add(key, key.Split('/')[^1]));
        sorted.Schedules.ToList().ForEach(one => draft.Schedules.Add(one.Text("ContactArn")!, one.Text("Alias")));
        sorted.Escalations.ToList().ForEach(one => draft.Policies.Add(one.Text("ContactArn")!, one.Text("Alias")));
        foreach (var plan in sorted.ResponsePlans)
        {
            draft.Services.Add(plan.Text("arn")!, plan.Text("name"));
            draft.Policies.Add(plan.Text("arn")!, plan.Text("name"));
        }
    }
}
