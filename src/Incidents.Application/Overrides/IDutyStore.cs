using Incidents.Application.Absences;
using Incidents.Application.Store;

namespace Incidents.Application.Overrides;

/// <summary>Overrides and time off together, as the way to a page needs them.</summary>
/// <remarks>Calls that cannot be answered throw <see cref="StoreUnavailableException"/>.</remarks>
public interface IDutyStore
{
    /// <summary>Both by one strongly consistent read: time off costs a page no call of its own.</summary>
    Task<DutyBook> Load(CancellationToken cancellation);
}

/// <summary>What people have entered about who is on call, and about who is away.</summary>
public sealed record DutyBook(OverrideBook Overrides, TimeOffBook TimeOff)
{
    public static DutyBook Empty { get; } = new(OverrideBook.Empty, TimeOffBook.Empty);
}
