using Incidents.Application.Store;

namespace Incidents.Application.Calendars.Links;

/// <summary>Revokes a calendar address that has leaked or is not needed any more.</summary>
public sealed class RevokeCalendarLink(ICalendarStore store)
{
    /// <returns>The link that was; null when the owner had none.</returns>
    /// <exception cref="StoreUnavailableException">Nothing is changed.</exception>
    public async Task<CalendarLink?> Handle(CalendarOwner owner, CancellationToken cancellation)
    {
        while (true)
        {
            var book = await store.Load(cancellation);
            if (book.Of(owner) is not { } link)
            {
                return null;
            }

            if (await store.Save(book.Without(owner), cancellation) == SaveResult.Saved)
            {
                return link;
            }
        }
    }
}
