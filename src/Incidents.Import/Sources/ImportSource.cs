using Incidents.Import.GrafanaOnCall;
using Incidents.Import.IncidentManager;
using Incidents.Import.Opsgenie;
using Incidents.Import.PagerDuty;
using Incidents.Import.Writing;
using NodaTime;

namespace Incidents.Import.Sources;

/// <summary>A tool that can be imported from.</summary>
/// <param name="Id">What the command line calls it.</param>
/// <param name="Name">What people call it.</param>
public sealed record ImportSource(string Id, string Name)
{
    private delegate ImportedTeam Reader(IReadOnlyList<ExportValue> documents, Instant at, UnmappedList unmapped);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ImportSource> All { get; } =
    [
        new("pagerduty", "PagerDuty") { Read = PagerDutyImport.Read },
        new("opsgenie", "Opsgenie") { Read = OpsgenieImport.Read },
        new("grafana-oncall", "Grafana OnCall") { Read = GrafanaImport.Read },
        new("incident-manager", "Incident Manager") { Read = IncidentManagerImport.Read },
    ];

    private Reader Read { get; init; } = (_, _, _) => throw new InvalidOperationException("A source that nothing reads.");

    /// <summary>What the files come to. Nothing in them is refused as a whole: what cannot be read is among the unmapped.</summary>
    /// <param name="files">In any order; each may hold several JSON documents.</param>
    /// <param name="at">Layers and overrides that are over by then are left out.</param>
    public ImportedTeam Import(IEnumerable<ExportFile> files, Instant at)
    {
        var unmapped = new UnmappedList();
        var team = Read(ExportDocuments.Read(files, unmapped), at, unmapped);
        unmapped.Add("channels", "sms, voice and email", $"{Name} sends from numbers and addresses of its own.", "Fill in channels.yaml; until then only Slack is used.");
        unmapped.Add("catch_all", "targets", $"{Name} has nothing that hears of everything else.", PoliciesFile.CatchAllTarget(team) is { } chosen ? $"`{chosen}` is written; change it if others should." : "Write it, for the export holds nobody to page.");
        return team with { Schedules = [.. team.Schedules.OrderBy(schedule => schedule.Id)], Unmapped = unmapped.All };
    }
}
