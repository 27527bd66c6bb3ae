using Incidents.Application.Schedules.Overrides;
using Incidents.Application.Schedules.TimeOff;

namespace Incidents.Adapters.InMemory;

/// <summary>Reads the stores of overrides and of time off of this process.</summary>
public sealed class InMemoryDutyStore(IOverrideStore overrides, ITimeOffStore timeOff) : IDutyStore
{
    /// <inheritdoc />
    public async Task<DutyBook> Load(CancellationToken cancellation) => new(await overrides.Load(cancellation), await timeOff.Load(cancellation));
}
