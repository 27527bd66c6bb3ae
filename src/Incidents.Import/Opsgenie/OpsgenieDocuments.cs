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
            if (!items.All(Sort) || (items.Count == 0 && !document.IsListing("data")))
            {
                unmapped.LeaveOut(document.Place, "the document", "It is none of Opsgenie's users, teams, schedules, timelines, overrides, escalations and services, and is skipped.", "There is nothing to do, unless you expected it to be one.");
            }

            if (document.Find("paging")?.Text("next") is { } next && !documents.Any(other => Follows(other, next)))
            {
                unmapped.LeaveOut(document.Place, "paging.next", "The listing goes on, and its last page is not in the export.", "Give the pages that follow as well.");
            }
        }

        foreach (var items in new[] { users, teams, schedules, escalations, services })
        {
            items.NoteThoseWithout("id", unmapped);
        }
    }

    public IReadOnlyList<ExportValue> Users => users.Fullest("id");

    public IReadOnlyList<ExportValue> Teams => teams.Fullest("id");

    public IReadOnlyList<ExportValue> Schedules => schedules.Fullest("id");

    public IReadOnlyList<ExportValue> Escalations => escalations.Fullest("id");

    public IReadOnlyList<ExportValue> Services => services.Fullest("id");

    public List<ExportValue> Timelines { get; } = [];

    public List<ExportValue> Overrides { get; } = [];

    /// <summary>The last page names the first of its listing, and no next one.</summary>
    private static bool Follows(ExportValue other, string next) =>
        other.Find("paging") is { } paging && paging.Text("next") is null && paging.Text("first")?.Split('?')[0] == next.Split('?')[0];

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
