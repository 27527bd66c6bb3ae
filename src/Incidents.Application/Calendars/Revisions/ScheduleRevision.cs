using Incidents.Domain;
using NodaTime;

namespace Incidents.Application.Calendars.Revisions;

/// <summary>One version of a schedule, as calendars name it to the programs that read them.</summary>
/// <param name="Schedule">Id of the schedule.</param>
/// <param name="Digest">Of all that its shifts follow from; see <see cref="ScheduleDigest"/>.</param>
/// <param name="Number">How many versions came before it.</param>
/// <param name="ChangedAt">When a calendar first showed it, in whole seconds.</param>
public sealed record ScheduleRevision(ScheduleId Schedule, string Digest, int Number, Instant ChangedAt);
