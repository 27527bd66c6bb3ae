using Incidents.Application.Store;
using Incidents.Domain.OnCall;

namespace Incidents.Application.Overrides;

/// <summary>Where overrides are kept that people make while the product runs.</summary>
/// <remarks>Calls that cannot be answered throw <see cref="StoreUnavailableException"/>.</remarks>
public interface IOverrideStore
{
    /// <summary>All of them, in the order they were made: one strongly consistent read.</summary>
    Task<OverrideBook> Load(CancellationToken cancellation);

    /// <summary>Replaces the overrides that the caller read; returns Conflict when they were written since.</summary>
    Task<SaveResult> Save(OverrideBook known, IReadOnlyList<MadeOverride> overrides, CancellationToken cancellation);
}

/// <summary>The overrides of now and later, and the latest of those that are over.</summary>
/// <param name="Overrides">In the order they were made, which is the order they apply in.</param>
/// <param name="Revision">Changes with every write; 0 when none was ever made.</param>
public sealed record OverrideBook(IReadOnlyList<MadeOverride> Overrides, long Revision)
{
    public static OverrideBook Empty { get; } = new([], 0);
}
