using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Calendars.Links;

/// <summary>The secret address of one calendar. An owner has one at most: a new one ends the old.</summary>
/// <param name="Hash">Of the token in the address, which itself is kept nowhere.</param>
/// <param name="By">Who made it.</param>
public sealed record CalendarLink(CalendarOwner Owner, string Hash, Actor By, Instant MadeAt);
