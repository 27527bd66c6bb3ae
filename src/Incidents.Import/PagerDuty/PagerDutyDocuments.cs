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
                unmapped.LeaveOut(document.Place, "the document", "It is none of PagerDuty's users, schedules, escalation policies and services, and is skipped.", "There is nothing to do, unless you expected it to be one.");
            }
            else if (document.Flag("more") == true && !documents.Any(other => Follows(other, document)))
            {
                unmapped.LeaveOut(document.Place, "more", "The listing goes on, and the page that follows is not in the export.", "Give the pages that follow (offset) as well.");
            }
        }

        foreach (var kind in Kinds)
        {
            found[kind].NoteThoseWithout("id", unmapped);
        }
    }

    public IReadOnlyList<ExportValue> Users => found["user"].Fullest("id");

    public IReadOnlyList<ExportValue> Schedules => found["schedule"].Fullest("id");

    public IReadOnlyList<ExportValue> Policies => found["escalation_policy"].Fullest("id");

    public IReadOnlyList<ExportValue> Services => found["service"].Fullest("id");

    private static bool Follows(ExportValue other, ExportValue page) =>
        other.Number("offset") == page.Number("offset") + page.Number("limit") && Kinds.Any(kind => page.Has(Plural(kind)) && other.Has(Plural(kind)));

    private static string Plural(string kind) => kind == "escalation_policy" ? "escalation_policies" : $"{kind}s";

    private bool Sort(ExportValue document)
    {
        foreach (var kind in Kinds)
        {
            if (document.Find(kind) is { IsObject: true } one && !document.Has("id"))
            {
                found[kind].Add(one);
                return true;
            }

            if (!document.Has("id") && document.Find(Plural(kind)) is { } listing)
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
