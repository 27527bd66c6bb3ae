namespace Incidents.Application.Store;

/// <summary>Remembers the notices last sent to teams, so that each notice is sent once, even when several processes try.</summary>
/// <remarks>Calls that cannot be answered throw <see cref="StoreUnavailableException"/>.</remarks>
public interface INotificationLogStore
{
    /// <summary>All of it: one strongly consistent read.</summary>
    Task<NotificationLogEntries> Load(CancellationToken cancellation);

    /// <summary>Replaces the entries that the caller read; returns Conflict when they were written since.</summary>
    Task<SaveResult> Save(NotificationLogEntries known, IReadOnlyDictionary<string, string> told, CancellationToken cancellation);
}

/// <summary>The notices last sent, by subject.</summary>
/// <param name="Told">The value of each subject, set by the sender of its notices; a different value is news.</param>
/// <param name="Revision">Changes with every write; 0 when none was ever sent.</param>
public sealed record NotificationLogEntries(IReadOnlyDictionary<string, string> Told, long Revision)
{
    public static NotificationLogEntries Empty { get; } = new(new Dictionary<string, string>(), 0);
}
