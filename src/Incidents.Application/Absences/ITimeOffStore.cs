using Incidents.Application.Store;
using Incidents.Domain.OnCall.Absences;

namespace Incidents.Application.Absences;

/// <summary>Where time off is kept that people enter while the product runs.</summary>
/// <remarks>Calls that cannot be answered throw <see cref="StoreUnavailableException"/>. The way to a page reads it together with the overrides (<see cref="Incidents.Application.Overrides.IDutyStore"/>).</remarks>
public interface ITimeOffStore
{
    /// <summary>All of it, in the order it was made: one strongly consistent read.</summary>
    Task<TimeOffBook> Load(CancellationToken cancellation);

    /// <summary>Replaces the entries that the caller read; returns Conflict when they were written since.</summary>
    Task<SaveResult> Save(TimeOffBook known, IReadOnlyList<MadeTimeOff> entries, CancellationToken cancellation);
}

/// <summary>The time off of now and later, and the latest of what is over.</summary>
/// <param name="Entries">In the order they were made.</param>
/// <param name="Revision">Changes with every write; 0 when none was ever made.</param>
public sealed record TimeOffBook(IReadOnlyList<MadeTimeOff> Entries, long Revision)
{
    public static TimeOffBook Empty { get; } = new([], 0);
}
