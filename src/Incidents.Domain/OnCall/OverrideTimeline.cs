using NodaTime;

namespace Incidents.Domain.OnCall;

/// <summary>Overrides laid over a timeline of people. Each acts only within its own span, on what those created before it left.</summary>
internal static class OverrideTimeline
{
    public static Timeline<People> Under(this Timeline<People> people, IReadOnlyList<Override> overrides)
    {
        if (overrides.Count == 0)
        {
            return people;
        }

        Timeline<Override[]> running = at => RunningAt(at, overrides);
        running = running.Remembered();
        return at =>
        {
            var (found, until) = people(at);
            var (acting, acts) = running(at);
            return new(acting.Aggregate(found, Apply), Instant.Min(until, acts));
        };
    }

    private static Stretch<Override[]> RunningAt(Instant at, IReadOnlyList<Override> overrides)
    {
        var until = Instant.MaxValue;
        foreach (var exception in overrides.Where(exception => exception.From < exception.To && exception.To > at))
        {
            until = Instant.Min(until, exception.From > at ? exception.From : exception.To);
        }

        return new([.. overrides.Where(exception => exception.From <= at && at < exception.To)], until);
    }

    private static People Apply(People people, Override exception) => exception.Kind switch
    {
        OverrideKind.Cover => exception.Users,
        OverrideKind.Replace => exception.Replaces is { } replaced ? people.Replace(replaced, exception.Users) : people,
        OverrideKind.Add => people.With(exception.Users),
        OverrideKind.Remove => people.Without(exception.Users),
        _ => throw new ArgumentOutOfRangeException(nameof(exception), exception.Kind, "No such kind of override."),
    };
}
