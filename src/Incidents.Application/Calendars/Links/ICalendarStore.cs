using Incidents.Application.Store;

namespace Incidents.Application.Calendars.Links;

/// <summary>Where the addresses of calendars are kept, by a hash: whoever reads the store cannot use them.</summary>
/// <remarks>Calls that cannot be answered throw <see cref="StoreUnavailableException"/>.</remarks>
public interface ICalendarStore
{
    /// <summary>All of them: one strongly consistent read.</summary>
    Task<CalendarBook> Load(CancellationToken cancellation);

    /// <summary>Puts a book in the place of the one it was made from, which has the same revision, if nobody has written since.</summary>
    Task<SaveResult> Save(CalendarBook changed, CancellationToken cancellation);
}
