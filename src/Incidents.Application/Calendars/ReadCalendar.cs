using Incidents.Application.Calendars.Links;
using Incidents.Application.Configuration;
using Incidents.Application.Links;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain.Configuration;

namespace Incidents.Application.Calendars;

/// <summary>Answers a calendar program's request for a calendar, which carries the address and no credentials.</summary>
/// <remarks>An address that was revoked or never made, or whose owner has left, is the same as none: nothing tells them apart.</remarks>
public sealed class ReadCalendar(ICalendarStore store, IOnCallConfigurationProvider configuration, TimeProvider clock)
{
    /// <param name="token">From the address; a secret if it is right.</param>
    /// <returns>Null when it opens nothing.</returns>
    /// <exception cref="StoreUnavailableException">It cannot be read.</exception>
    public async Task<CalendarFeed?> Handle(string? token, CancellationToken cancellation)
    {
        if (LinkToken.Hash(token) is not { } hash)
        {
            return null;
        }

        var settings = await configuration.Current(cancellation);
        while (true)
        {
            var book = await store.Load(cancellation);
            if (book.Find(hash) is not { } link || CalendarFeed.Of(link.Owner, settings, book, clock.Now()) is not { } read)
            {
                return null;
            }

            if (ReferenceEquals(read.Noted, book) || await store.Save(read.Noted, cancellation) == SaveResult.Saved)
            {
                return read.Feed;
            }
        }
    }
}
