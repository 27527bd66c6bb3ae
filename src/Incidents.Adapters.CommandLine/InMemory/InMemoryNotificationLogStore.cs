using Incidents.Application.Store;

namespace Incidents.Adapters.CommandLine.InMemory;

/// <summary>The notices last sent to teams, in memory: the same contract, gone with the process.</summary>
public sealed class InMemoryNotificationLogStore : INotificationLogStore
{
    private readonly Lock gate = new();
    private NotificationLogEntries book = NotificationLogEntries.Empty;

    /// <inheritdoc />
    public Task<NotificationLogEntries> Load(CancellationToken cancellation)
    {
        lock (gate)
        {
            return Task.FromResult(book);
        }
    }

    /// <inheritdoc />
    public Task<SaveResult> Save(NotificationLogEntries known, IReadOnlyDictionary<string, string> told, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (known.Revision != book.Revision)
            {
                return Task.FromResult(SaveResult.Conflict);
            }

            book = new NotificationLogEntries(new Dictionary<string, string>(told), book.Revision + 1);
            return Task.FromResult(SaveResult.Saved);
        }
    }
}
