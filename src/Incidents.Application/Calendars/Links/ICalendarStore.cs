using Incidents.Application.Store;

namespace Incidents.Application.Calendars.Links;

/// <summary>Where the addresses of calendars are kept, by a hash: a reader of the store cannot use them.</summary>
/// <remarks>Calls that cannot be answered throw <see cref="StoreUnavailableException"/>.</remarks>
public interface ICalendarStore
{
    /// <summary>All of them: one strongly consistent read.</summary>
    Task<CalendarBook> Load(CancellationToken cancellation);

    /// <summary>Replaces the book of the same revision; returns Conflict when it was written since.</summary>
    Task<SaveResult> Save(CalendarBook changed, CancellationToken cancellation);
}
