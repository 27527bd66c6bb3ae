using Incidents.Application.Configuration;
using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Import.GrafanaOnCall;

/// <summary>From answers of Grafana OnCall's public API v1 to a team.</summary>
internal static class GrafanaImport
{
    public static ImportedTeam Read(IReadOnlyList<ExportValue> documents, Instant at, UnmappedList unmapped)
    {
        var sorted = new GrafanaDocuments(documents, unmapped);
        var draft = new Draft(unmapped);
        Name(sorted, draft);
        var schedules = sorted.Schedules.Select(schedule => GrafanaSchedule.Read(schedule, sorted, at, draft)).ToList();
        var policies = GrafanaPolicies.Read(sorted, draft);
        return new ImportedTeam
        {
            People = GrafanaPeople.Read(sorted, draft),
            Schedules = schedules,
            Policies = policies,
            Services = GrafanaServices.Read(sorted, policies, draft),
            Rendered = GrafanaFinalShifts.Read(sorted, draft),
        };
    }

    private static void Name(GrafanaDocuments sorted, Draft draft)
    {
        sorted.Users.ToList().ForEach(one => draft.People.Add(one.Text("id")!, one.Text("name") ?? one.Text("username")));
        sorted.FinalShifts.SelectMany(document => document.Items("results")).Where(one => one.Text("user_pk") is not null).ToList()
            .ForEach(one => draft.People.Add(one.Text("user_pk")!, one.Text("user_username")));
        GrafanaPeople.Keys(sorted).ToList().ForEach(key => draft.People.Add(key, null));
        sorted.Schedules.ToList().ForEach(one => draft.Schedules.Add(one.Text("id")!, one.Text("name")));
        sorted.Chains.ToList().ForEach(one => draft.Policies.Add(one.Text("id")!, one.Text("name")));
        sorted.Integrations.ToList().ForEach(one => draft.Services.Add(one.Text("id")!, one.Text("name")));
    }
}
