namespace Incidents.Domain.OnCall;

/// <summary>One layer of an expanded schedule, overrides on the layer included and those on the schedule not.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Alone">Its people by themselves.</param>
/// <param name="Counted">Its people where no layer of higher priority hides them.</param>
public sealed record LayerRow(string Name, IReadOnlyList<Segment> Alone, IReadOnlyList<Segment> Counted);
