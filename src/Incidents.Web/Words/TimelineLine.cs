using Incidents.Application.Notifications;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Web.Words;

/// <summary>One line of the timeline.</summary>
/// <param name="Kind">`alarm`, `page`, `person` or `turn`: how it looks.</param>
public sealed record TimelineLine(int Sequence, Instant At, string Event, string Kind, string Text)
{
    private const int ShortestRun = 5;

    /// <summary>What a reader wants to see, in order.</summary>
    public static IReadOnlyList<TimelineLine> Of(IEnumerable<TimelineEntry> timeline, Func<PersonId, string> person) =>
    [
        .. timeline
            .Where(entry => entry.Event.IsStory)
            .Select(entry => new TimelineLine(
                entry.Sequence, entry.Event.At, entry.Event.GetType().Name, KindOf(entry.Event), entry.Event.Describe(actor => actor.Name, person))),
    ];

    /// <summary>A run of alarm entries becomes one line that can be opened; everything else stands alone.</summary>
    public static IReadOnlyList<IReadOnlyList<TimelineLine>> InRuns(IEnumerable<TimelineLine> lines)
    {
        var runs = new List<List<TimelineLine>>();
        foreach (var line in lines)
        {
            if (line.Kind == "alarm" && runs is [.., [{ Kind: "alarm" }, ..] run])
            {
                run.Add(line);
            }
            else
            {
                runs.Add([line]);
            }
        }

        return [.. runs.SelectMany(run => run.Count < ShortestRun ? run.Select(line => new[] { line }) : [run.ToArray()])];
    }

    private static string KindOf(IncidentEvent happened) => happened switch
    {
        AlarmJoined or AlarmChanged or StaleAlarmNoted or SuppressedAlarmNoted => "alarm",
        PageRequested or PageRepeatPlanned or PageStarted or PageGathered or PageRetried or PageSent or PageDeferred or PageUnanswered or PageFailed or PageDropped or NobodyToPage => "page",
        NoteAdded { By.Via: not Via.System } or IncidentAcknowledged or AcknowledgementGivenBack or ResponderJoined or IncidentSnoozed or IncidentEscalated or IncidentReassigned
            or RespondersAdded or IncidentReopenedByPerson or IncidentMitigated or RoleAssigned or IncidentLinked or IncidentAbsorbed or IncidentMerged or SeverityChanged { By.Via: not Via.System } => "person",
        _ => "turn",
    };
}
