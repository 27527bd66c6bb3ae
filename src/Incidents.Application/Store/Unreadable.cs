using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.Services;
using NodaTime;

namespace Incidents.Application.Store;

/// <summary>
/// What becomes of acts while no configuration can be read, not even an older one: what can be decided without one is accepted and recorded with a remark, and what it would
/// page waits for one; what has to find a person to page is refused and says so.
/// </summary>
public static class Unreadable
{
    /// <summary>What the answer to an action says beside the usual.</summary>
    public const string Remark = "The configuration cannot be read, so this is recorded as it was said. Whoever has to be told or paged is looked up as soon as it can be: \"incidents check\" names what is wrong.";

    /// <summary>Refuses an action that needs a person or policy looked up; nothing is changed.</summary>
    internal static Decision Refused(IncidentRecord record, Instant now) => new Decision.Ignored(record.Incident.IsOpen ? Refusal.NoConfiguration : Refusal.AlreadyResolved);

    /// <summary>What the timeline says of it: the actor is recorded without having been checked.</summary>
    internal static string InTimeline(Actor by) => $"The configuration could not be read when {by.Name} did this: who acted is recorded as given.";

    /// <summary>The decision, and that remark where there is reason for it.</summary>
    internal static Decision Remarked(this Decision decision, OnCallConfiguration? settings, Actor by, Instant now) => settings is not null
        ? decision
        : decision.Then(state => Responding.Remark(state, InTimeline(by), now));

    /// <summary>How urgent a severity is where nothing says otherwise; what was urgent is not made less so unseen.</summary>
    internal static Grade GradeOf(Severity severity, Urgency known) => Severity.Sev2.IsWorseThan(severity) ? known : Urgency.High;

    /// <summary>To show what is stored: no person is known, and everything is shown by its id.</summary>
    public static OnCallConfiguration Nothing { get; } = new() { Version = "", CatchAll = new CatchAll(new Service { Id = CatchAll.Id, Name = CatchAll.Id.Value }, []) };
}
