using Incidents.Application.Calendars.Links;
using Incidents.Application.Store;

namespace Incidents.Adapters.CommandLine.InMemory;

/// <summary>Addresses of calendars in a variable: the same contract, gone with the process.</summary>
public sealed class InMemoryCalendarStore : ICalendarStore
{
    private readonly Lock gate = new();
    private CalendarBook book = CalendarBook.Empty;

    /// <inheritdoc />
    public Task<CalendarBook> Load(CancellationToken cancellation)
    {
        lock (gate)
        {
            return Task.FromResult(book);
        }
    }

    /// <inheritdoc />
    public Task<SaveResult> Save(CalendarBook changed, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (changed.Revision != book.Revision)
            {
                return Task.FromResult(SaveResult.Conflict);
            }

            book = changed with { Revision = changed.Revision + 1 };
            return Task.FromResult(SaveResult.Saved);
        }
    }
}
