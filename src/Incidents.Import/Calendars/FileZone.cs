using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Import.Calendars;

/// <summary>A time zone as a calendar means it: by rules of its own, or by its id.</summary>
internal abstract class FileZone
{
    /// <summary>The first instant at which clocks show the time; the end of the gap for a time they skip.</summary>
    public abstract Instant FirstAt(LocalDateTime local);

    public abstract LocalDateTime Shown(Instant at);

    public static FileZone Of(DateTimeZone zone) => new Known(zone);

    /// <param name="onsets">When which offset begins, in order.</param>
    public static FileZone Of(Offset before, IReadOnlyList<(Instant At, Offset Offset)> onsets) => new Own(before, onsets);

    private sealed class Known(DateTimeZone zone) : FileZone
    {
        private readonly WallClock clock = new(zone);

        public override Instant FirstAt(LocalDateTime local) => clock.FirstAt(local);

        public override LocalDateTime Shown(Instant at) => clock.Shown(at);
    }

    private sealed class Own(Offset before, IReadOnlyList<(Instant At, Offset Offset)> onsets) : FileZone
    {
        public override Instant FirstAt(LocalDateTime local)
        {
            var offset = before;
            foreach (var (at, next) in onsets)
            {
                if (local.WithOffset(offset).ToInstant() is var instant && instant < at)
                {
                    return instant;
                }

                if (local.WithOffset(next).ToInstant() < at)
                {
                    return at;
                }

                offset = next;
            }

            return local.WithOffset(offset).ToInstant();
        }

        public override LocalDateTime Shown(Instant at) => at.WithOffset(onsets.LastOrDefault(one => one.At <= at, (default, before)).Offset).LocalDateTime;
    }
}
