namespace Incidents.Import.GrafanaOnCall;

/// <summary>What Grafana OnCall's public API answers, sorted by the shape of each object.</summary>
internal sealed class GrafanaDocuments
{
    private readonly List<ExportValue> users = [];
    private readonly List<ExportValue> schedules = [];
    private readonly List<ExportValue> shifts = [];
    private readonly List<ExportValue> chains = [];
    private readonly List<ExportValue> steps = [];
    private readonly List<ExportValue> rules = [];
    private readonly List<ExportValue> integrations = [];

    public GrafanaDocuments(IReadOnlyList<ExportValue> documents, UnmappedList unmapped)
    {
        foreach (var document in documents)
        {
            var items = document.Find("results") is { } listing ? listing.Items() : [document];
            if (items.Count > 0 && items[0].Has("shift_start"))
            {
                FinalShifts.Add(document);
            }
            else if (!items.All(Sort) || (items.Count == 0 && !document.IsListing("results")))
            {
                unmapped.LeaveOut(document.Place, "the document", "It is none of OnCall's users, schedules, shifts, final shifts, escalation chains and policies, rules and integrations, and is skipped.", "There is nothing to do, unless you expected it to be one.");
            }

            if (document.Text("next") is not null)
            {
                unmapped.LeaveOut(document.Place, "next", "The listing goes on.", "Give the pages that follow as well, if you have not.");
            }
        }

        foreach (var items in new[] { users, schedules, shifts, chains, steps, rules, integrations })
        {
            items.NoteThoseWithout("id", unmapped);
        }
    }

    public IReadOnlyList<ExportValue> Users => users.Fullest("id");

    public IReadOnlyList<ExportValue> Schedules => schedules.Fullest("id");

    public IReadOnlyList<ExportValue> Shifts => shifts.Fullest("id");

    public IReadOnlyList<ExportValue> Chains => chains.Fullest("id");

    public IReadOnlyList<ExportValue> Steps => [.. steps.Fullest("id").OrderBy(step => step.Number("position") ?? 0)];

    public IReadOnlyList<ExportValue> Rules => [.. rules.Fullest("id").OrderBy(rule => rule.Number("position") ?? 0)];

    public IReadOnlyList<ExportValue> Integrations => integrations.Fullest("id");

    /// <summary>Whole documents: an item does not say which schedule it is of.</summary>
    public List<ExportValue> FinalShifts { get; } = [];

    private bool Sort(ExportValue item)
    {
        var kind = item switch
        {
            _ when item.Has("escalation_chain_id") && item.Has("position") => steps,
            _ when item.Has("user_id") && item.Has("important") => rules,
            _ when item.Text("type") is "single_event" or "recurrent_event" or "rolling_users" or "override" => shifts,
            _ when item.Text("type") is "web" or "calendar" or "ical" => schedules,
            _ when item.Has("username") => users,
            _ when item.Has("default_route") => integrations,
            _ when item.Has("id") && item.Has("name") && item.Has("team_id") => chains,
            _ => null,
        };
        kind?.Add(item);
        return kind is not null;
    }
}
