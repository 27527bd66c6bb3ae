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

        Timeline<List<Override>> running = at => RunningAt(at, overrides);
        running = running.Remembered();
        return at =>
        {
            var (found, until) = people(at);
            var (acting, acts) = running(at);
            return new(acting.Aggregate(found, Apply), Instant.Min(until, acts));
        };
    }

    private static Stretch<List<Override>> RunningAt(Instant at, IReadOnlyList<Override> overrides)
    {
        var (running, until) = (new List<Override>(), Instant.MaxValue);
        foreach (var exception in overrides)
        {
            if (exception.To <= at || exception.To <= exception.From)
            {
                continue;
            }

            if (exception.From <= at)
            {
                running.Add(exception);
            }

            until = Instant.Min(until, exception.From <= at ? exception.To : exception.From);
        }

        return new(running, until);
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
