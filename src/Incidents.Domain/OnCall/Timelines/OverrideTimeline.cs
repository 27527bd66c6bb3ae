using NodaTime;

namespace Incidents.Domain.OnCall.Timelines;

/// <summary>Overrides laid over a timeline of people. Each acts only within its own span, on what those created before it left.</summary>
internal static class OverrideTimeline
{
    public static Timeline<PersonSet> Under(this Timeline<PersonSet> people, IReadOnlyList<Override> overrides)
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
        foreach (var overriding in overrides)
        {
            if (overriding.To <= at || overriding.To <= overriding.From)
            {
                continue;
            }

            if (overriding.From <= at)
            {
                running.Add(overriding);
            }

            until = Instant.Min(until, overriding.From <= at ? overriding.To : overriding.From);
        }

        return new(running, until);
    }

    private static PersonSet Apply(PersonSet people, Override overriding) => overriding.Kind switch
    {
        OverrideKind.Cover => overriding.Users,
        OverrideKind.Replace => overriding.Replaces is { } replaced ? people.Replace(replaced, overriding.Users) : people,
        OverrideKind.Add => people.With(overriding.Users),
        OverrideKind.Remove => people.Without(overriding.Users),
        _ => throw new ArgumentOutOfRangeException(nameof(overriding), overriding.Kind, "No such kind of override."),
    };
}
