using Incidents.Application.Absences;
using Incidents.Application.Overrides;

namespace Incidents.Adapters.CommandLine.InMemory;

/// <summary>Reads the stores of overrides and of time off of this process.</summary>
public sealed class InMemoryDutyStore(IOverrideStore overrides, ITimeOffStore timeOff) : IDutyStore
{
    /// <inheritdoc />
    public async Task<DutyBook> Load(CancellationToken cancellation) => new(await overrides.Load(cancellation), await timeOff.Load(cancellation));
}
