using NodaTime;

namespace Incidents.Domain.OnCall;

/// <summary>Lists of weekdays, where an empty one stands for all seven.</summary>
internal static class Weekdays
{
    public static readonly IReadOnlyList<IsoDayOfWeek> All =
    [
        IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday,
        IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday,
    ];

    public static IReadOnlyList<IsoDayOfWeek> OrAll(IReadOnlyList<IsoDayOfWeek> days) => days.Count == 0 ? All : days;
}
