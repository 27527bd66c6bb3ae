using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>Decisions about what people do with an incident.</summary>
public static class Responding
{
    /// <summary>Longest note that is kept, in characters; the rest is cut and the cut is said.</summary>
    public const int LongestNote = 4_000;

    /// <summary>Somebody takes it.</summary>
    public static Decision Acknowledge(Incident incident, Actor by, IncidentRules rules, Instant now) => incident.Status switch
    {
        IncidentStatus.Resolved => new Decision.Ignored(Refusal.AlreadyResolved),
        IncidentStatus.Acknowledged => new Decision.Ignored(Refusal.AlreadyAcknowledged),
        _ => new DecisionBuilder(incident)
            .Add(new IncidentAcknowledged(now, by, incident.ResolveAt is null ? null : now + rules.ResolveAfterWhenAcknowledged))
            .DropWaiting("already acknowledged", now)
            .Accept(),
    };

    /// <summary>Whoever had it gives it back, and the policy runs again.</summary>
    public static Decision GiveBack(Incident incident, Actor by, PagingPlan plan, Instant now) => incident.Status switch
    {
        IncidentStatus.Resolved => new Decision.Ignored(Refusal.AlreadyResolved),
        IncidentStatus.Triggered => new Decision.Ignored(Refusal.NotAcknowledged),
        _ => new DecisionBuilder(incident)
            .Add(new AcknowledgementGivenBack(now, by))
            .Request(plan, $"{by.Name} gave it back", now)
            .Accept(),
    };

    /// <summary>A person ends it.</summary>
    /// <param name="confirmed">They were told that an alarm is still firing and mean it.</param>
    public static Decision Resolve(Incident incident, Actor by, ResolveReason reason, bool confirmed, string? note, Instant now)
    {
        if (!incident.IsOpen)
        {
            return new Decision.Ignored(Refusal.AlreadyResolved);
        }

        if (incident.IsFiring && !confirmed)
        {
            return new Decision.Ignored(Refusal.StillFiring);
        }

        return new DecisionBuilder(incident)
            .Add(new IncidentResolved(now, by, reason, incident.IsFiring, Cut(note)))
            .DropWaiting("already resolved", now)
            .Accept();
    }

    /// <summary>A person writes something down, also after the end.</summary>
    public static Decision AddNote(Incident incident, Actor by, string text, Instant now) =>
        string.IsNullOrWhiteSpace(text)
            ? new Decision.Ignored(Refusal.EmptyNote)
            : new DecisionBuilder(incident).Add(new NoteAdded(now, by, Cut(text.Trim())!)).Accept();

    private static string? Cut(string? text) =>
        text is null || text.Length <= LongestNote ? text : string.Concat(text.AsSpan(0, LongestNote), " … (cut)");
}
