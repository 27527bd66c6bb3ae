using Incidents.Domain.OnCall;

namespace Incidents.Application.Configuration;

/// <summary>A schedule and its calendar, which is built once and asked often.</summary>
public sealed class OnCallSchedule(Schedule definition)
{
    public Schedule Definition { get; } = definition;

    public OnCallCalendar Calendar { get; } = new(definition);

    /// <summary>Nobody is warned of times without anybody on call.</summary>
    public bool GapsAreIntended { get; init; }

    /// <summary>The same schedule with further overrides, which count after its own.</summary>
    public OnCallSchedule With(IReadOnlyList<Override> overrides) =>
        new(Definition with { Overrides = [.. Definition.Overrides, .. overrides] }) { GapsAreIntended = GapsAreIntended };
}
