using Incidents.Domain.OnCall;

namespace Incidents.Application.Configuration;

/// <summary>A schedule and its calendar, which is built once and asked often.</summary>
public sealed class OnCallSchedule(Schedule definition)
{
    public Schedule Definition { get; } = definition;

    public OnCallCalendar Calendar { get; } = new(definition);

    /// <summary>Nobody is warned of times without anybody on call.</summary>
    public bool GapsAreIntended { get; init; }
}
