using Incidents.Application.Absences;
using Incidents.Application.Store;
using Incidents.Domain.OnCall.Absences;

namespace Incidents.Adapters.CommandLine.InMemory;

/// <summary>Time off as a plain list: the same contract, gone with the process.</summary>
public sealed class InMemoryTimeOffStore : ITimeOffStore
{
    private readonly Lock gate = new();
    private TimeOffBook book = TimeOffBook.Empty;

    /// <inheritdoc />
    public Task<TimeOffBook> Load(CancellationToken cancellation)
    {
        lock (gate)
        {
            return Task.FromResult(book);
        }
    }

    /// <inheritdoc />
    public Task<SaveResult> Save(TimeOffBook known, IReadOnlyList<MadeTimeOff> entries, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (known.Revision != book.Revision)
            {
                return Task.FromResult(SaveResult.Conflict);
            }

            book = new TimeOffBook([.. entries], book.Revision + 1);
            return Task.FromResult(SaveResult.Saved);
        }
    }
}
