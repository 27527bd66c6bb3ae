using NodaTime;

namespace Incidents.Domain.OnCall;

/// <summary>A recurring window in the layer's local time. Its end is a clock time, not a duration.</summary>
public abstract record Restriction
{
    private Restriction()
    {
    }

    /// <summary>A window that begins on each of some days.</summary>
    /// <param name="Start">Clock time at which the window opens.</param>
    /// <param name="End">Clock time at which it closes: on the next day if not after <paramref name="Start"/>, so equal times are 24 hours.</param>
    public sealed record Daily(LocalTime Start, LocalTime End) : Restriction
    {
        /// <summary>Days on which the window begins: MO for Monday 20:00 to Tuesday 08:00. Empty means every day.</summary>
        public IReadOnlyList<IsoDayOfWeek> Days { get; init; } = [];
    }

    /// <summary>A window once a week, to the first later <paramref name="EndDay"/> at <paramref name="End"/>; it may wrap round the week.</summary>
    public sealed record Weekly(IsoDayOfWeek StartDay, LocalTime Start, IsoDayOfWeek EndDay, LocalTime End) : Restriction;
}
