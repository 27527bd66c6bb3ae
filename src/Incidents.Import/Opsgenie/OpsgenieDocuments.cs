namespace Incidents.Import.Opsgenie;

/// <summary>What Opsgenie's API answers, sorted by the shape of what is in `data`.</summary>
internal sealed class OpsgenieDocuments
{
    private readonly List<ExportValue> users = [];
    private readonly List<ExportValue> teams = [];
    private readonly List<ExportValue> schedules = [];
    private readonly List<ExportValue> escalations = [];
    private readonly List<ExportValue> services = [];

    public OpsgenieDocuments(IReadOnlyList<ExportValue> documents, UnmappedList unmapped)
    {
        foreach (var document in documents)
        {
            var data = document.Find("data") ?? document;
            IReadOnlyList<ExportValue> items = data.IsObject ? [data] : data.Items();
            if (!items.All(Sort))
            {
                unmapped.Add(document.Place, "the document", "It is none of Opsgenie's users, teams, schedules, timelines, overrides, escalations and services, and is skipped.", "There is nothing to do, unless you expected it to be one.");
            }

            if (document.Find("paging")?.Text("next") is not null)
            {
                unmapped.Add(document.Place, "paging.next", "The listing goes on.", "Give the pages that follow as well, if you have not.");
            }
        }
    }

    public IReadOnlyList<ExportValue> Users => users.Fullest("id");

    public IReadOnlyList<ExportValue> Teams => teams.Fullest("id");

    public IReadOnlyList<ExportValue> Schedules => schedules.Fullest("id");

    public IReadOnlyList<ExportValue> Escalations => escalations.Fullest("id");

    public IReadOnlyList<ExportValue> Services => services.Fullest("id");

    public List<ExportValue> Timelines { get; } = [];

    public List<ExportValue> Overrides { get; } = [];

    private bool Sort(ExportValue item)
    {
        var kind = item switch
        {
            _ when item.Has("finalTimeline") => Timelines,
            _ when item.Has("username") && item.Has("fullName") => users,
            _ when item.Has("timezone") => schedules,
            _ when item.Has("rules") => escalations,
            _ when item.Has("alias") && item.Has("startDate") => Overrides,
            _ when item.Has("teamId") => services,
            _ when item.Has("members") || (item.Has("id") && item.Has("name") && item.Has("description")) => teams,
            _ => null,
        };
        kind?.Add(item);
        return kind is not null;
    }
}
