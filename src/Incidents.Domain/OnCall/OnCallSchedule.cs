using NodaTime;

namespace Incidents.Domain.OnCall;

/// <summary>A schedule and its calendar, which is built once and asked often.</summary>
public sealed class OnCallSchedule(Schedule definition)
{
    public Schedule Definition { get; } = definition;

    public OnCallCalendar Calendar { get; } = new(definition);

    /// <summary>The person who goes on call next gets a test page the last time it is this hour before their shift, in the schedule's zone; null for none.</summary>
    public LocalTime? TestPageAt { get; init; }

    /// <summary>A message to the channel names who takes over when a shift begins.</summary>
    public bool TellsHandOffs { get; init; } = true;

    /// <summary>Gaps, times without a person on call, are not warned about.</summary>
    public bool GapsAreIntended { get; init; }

    /// <summary>The files write it as its only layer, without `layers`.</summary>
    public bool IsItsOnlyLayer { get; init; }

    /// <summary>The same schedule with further overrides, which count after its own.</summary>
    public OnCallSchedule With(IReadOnlyList<Override> overrides) =>
        new(Definition with { Overrides = [.. Definition.Overrides, .. overrides] }) { GapsAreIntended = GapsAreIntended, TestPageAt = TestPageAt, TellsHandOffs = TellsHandOffs, IsItsOnlyLayer = IsItsOnlyLayer };
}
