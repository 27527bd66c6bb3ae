namespace Incidents.Import.PagerDuty;

/// <summary>What the REST API v2 answers, sorted by kind; of `GET /users` and `GET /users/ID` alike.</summary>
internal sealed class PagerDutyDocuments
{
    private static readonly string[] Kinds = ["user", "schedule", "escalation_policy", "service"];

    private readonly Dictionary<string, List<ExportValue>> found = Kinds.ToDictionary(kind => kind, _ => new List<ExportValue>());

    public PagerDutyDocuments(IReadOnlyList<ExportValue> documents, UnmappedList unmapped)
    {
        foreach (var document in documents)
        {
            if (!Sort(document))
            {
                unmapped.Add(document.Place, "the document", "It is none of PagerDuty's users, schedules, escalation policies and services, and is skipped.", "There is nothing to do, unless you expected it to be one.");
            }
            else if (document.Flag("more") == true)
            {
                unmapped.Add(document.Place, "more", "The listing goes on.", "Give the pages that follow (offset) as well, if you have not.");
            }
        }
    }

    public IReadOnlyList<ExportValue> Users => found["user"].Fullest("id");

    public IReadOnlyList<ExportValue> Schedules => found["schedule"].Fullest("id");

    public IReadOnlyList<ExportValue> Policies => found["escalation_policy"].Fullest("id");

    public IReadOnlyList<ExportValue> Services => found["service"].Fullest("id");

    private bool Sort(ExportValue document)
    {
        foreach (var kind in Kinds)
        {
            var plural = kind == "escalation_policy" ? "escalation_policies" : $"{kind}s";
            if (document.Find(kind) is { IsObject: true } one && !document.Has("id"))
            {
                found[kind].Add(one);
                return true;
            }

            if (!document.Has("id") && document.Find(plural) is { } listing)
            {
                found[kind].AddRange(listing.Items());
                return true;
            }

            if (document.Text("type") == kind && document.Has("id"))
            {
                found[kind].Add(document);
                return true;
            }
        }

        return false;
    }
}
