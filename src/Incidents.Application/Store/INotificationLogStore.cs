namespace Incidents.Application.Store;

/// <summary>Remembers what teams were told last, so that each thing is told once, whoever tells it.</summary>
/// <remarks>Calls that cannot be answered throw <see cref="StoreUnavailableException"/>.</remarks>
public interface INotificationLogStore
{
    /// <summary>All of it: one strongly consistent read.</summary>
    Task<NotificationLogEntries> Load(CancellationToken cancellation);

    /// <summary>Puts another book in the place of the one the caller read, if nobody has written since.</summary>
    Task<SaveResult> Save(NotificationLogEntries known, IReadOnlyDictionary<string, string> told, CancellationToken cancellation);
}

/// <summary>What was told last, by subject.</summary>
/// <param name="Told">Whoever tells decides what stands here; another value is news.</param>
/// <param name="Revision">Changes with every write; 0 when nothing was ever told.</param>
public sealed record NotificationLogEntries(IReadOnlyDictionary<string, string> Told, long Revision)
{
    public static NotificationLogEntries Empty { get; } = new(new Dictionary<string, string>(), 0);
}
