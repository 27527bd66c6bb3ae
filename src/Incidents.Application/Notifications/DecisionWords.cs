using Incidents.Domain.Incidents;

namespace Incidents.Application.Notifications;

/// <summary>Refusals as a person reads them.</summary>
public static class DecisionWords
{
    /// <summary>A short clause without a full stop.</summary>
    public static string InWords(this Refusal refusal) => refusal switch
    {
        Refusal.RepeatedChange => "seen before",
        Refusal.StaleChange => "older than what was last seen",
        Refusal.AlreadyRecovered => "missed, already recovered",
        Refusal.Suppressed => "actions suppressed",
        Refusal.NothingOpen => "no open incident",
        Refusal.AlreadyAcknowledged => "already acknowledged",
        Refusal.NotAcknowledged => "nobody has acknowledged it",
        Refusal.AlreadyResolved => "already resolved",
        Refusal.StillFiring => "an alarm is still firing: confirm to resolve all the same",
        Refusal.TooLateToReopen => "resolved too long ago to reopen",
        Refusal.NotResolved => "it is open",
        Refusal.MergedAway => "it is told in another incident: reopen that one",
        Refusal.NothingDue => "nothing to do",
        Refusal.EmptyNote => "a note needs some text",
        Refusal.SameSeverity => "it has that severity",
        Refusal.AlreadyMitigated => "it counts as mitigated",
        Refusal.SnoozeOutOfRange => "a snooze has to end later than now and within 7 days; within 4 hours for a Sev1",
        Refusal.NoSuchTime => "clocks skip that time on that day or show it twice: write an instant such as 2026-11-22T06:00:00Z",
        Refusal.NobodyToPage => "nobody could be found to page",
        Refusal.AlreadyInRole => "they have that part",
        Refusal.SameIncident => "that is the same incident",
        Refusal.AlreadyLinked => "they are linked",
        Refusal.JustEscalated => "the next step was asked for less than 30 seconds ago and is being paged",
        Refusal.JustAskedForHelp => "they were asked for help less than 30 seconds ago and are being paged",
        Refusal.NoConfiguration => "the configuration cannot be read, so nobody can be looked up to page: mend it (\"incidents check\" names the place) and ask again, or call them yourself",
        Refusal.TitleOutOfRange => $"a title needs 1 to {Directing.LongestTitle} characters",
        Refusal.SameTitle => "it has that title",
        Refusal.NotHeld => "its pages are not kept back",
        _ => refusal.ToString(),
    };
}
