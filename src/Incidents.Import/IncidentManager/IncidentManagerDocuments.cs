namespace Incidents.Import.IncidentManager;

/// <summary>What the AWS CLI prints for `ssm-contacts` and `ssm-incidents`, sorted by shape.</summary>
internal sealed class IncidentManagerDocuments
{
    private readonly List<ExportValue> contacts = [];
    private readonly List<ExportValue> channels = [];
    private readonly List<ExportValue> rotations = [];
    private readonly List<ExportValue> plans = [];

    public IncidentManagerDocuments(IReadOnlyList<ExportValue> documents, UnmappedList unmapped)
    {
        foreach (var document in documents)
        {
            if (document.Has("RotationShifts"))
            {
                Shifts.Add(document);
            }
            else
            {
                string[] listings = ["Contacts", "ContactChannels", "Rotations"];
                var listed = Array.Find(listings, document.Has);
                IReadOnlyList<ExportValue> items = listed is null ? [document] : document.Items(listed);
                if (!items.All(Sort) || (items.Count == 0 && !document.IsListing(listed!)))
                {
                    unmapped.LeaveOut(document.Place, "the document", "It is none of Incident Manager's contacts, contact channels, rotations, rotation shifts and response plans, and is skipped.", "There is nothing to do, unless you expected it to be one.");
                }
            }

            if (document.Text("NextToken") is not null)
            {
                unmapped.LeaveOut(document.Place, "NextToken", "The listing goes on.", "Ask without --max-items, or give the other pages too.");
            }
        }

        contacts.NoteThoseWithout("ContactArn", unmapped);
        channels.NoteThoseWithout("ContactChannelArn", unmapped);
        rotations.NoteThoseWithout("RotationArn", unmapped);
        plans.NoteThoseWithout("arn", unmapped);
    }

    public IEnumerable<ExportValue> People => contacts.Fullest("ContactArn").Where(contact => contact.Text("Type") == "PERSONAL");

    public IEnumerable<ExportValue> Schedules => contacts.Fullest("ContactArn").Where(contact => contact.Text("Type") == "ONCALL_SCHEDULE");

    public IEnumerable<ExportValue> Escalations => contacts.Fullest("ContactArn").Where(contact => contact.Text("Type") == "ESCALATION");

    public IReadOnlyList<ExportValue> Channels => channels.Fullest("ContactChannelArn");

    public IReadOnlyList<ExportValue> Rotations => rotations.Fullest("RotationArn");

    public IReadOnlyList<ExportValue> ResponsePlans => plans.Fullest("arn");

    /// <summary>Whole documents: a shift does not say which rotation it is of.</summary>
    public List<ExportValue> Shifts { get; } = [];

    private bool Sort(ExportValue item)
    {
        var kind = item switch
        {
            _ when item.Has("ContactChannelArn") => channels,
            _ when item.Has("ContactArn") && item.Has("Alias") => contacts,
            _ when item.Has("RotationArn") => rotations,
            _ when item.Has("incidentTemplate") => plans,
            _ => null,
        };
        kind?.Add(item);
        return kind is not null;
    }
}
