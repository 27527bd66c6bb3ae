using NodaTime;

namespace Incidents.Domain.OnCall.Timelines;

/// <summary>How several timelines of people make one.</summary>
internal static class Precedence
{
    /// <summary>Everybody who is on call in any of them.</summary>
    public static Timeline<PersonSet> Together(IReadOnlyList<Timeline<PersonSet>> timelines) => timelines is [var only] ? only : at =>
    {
        var all = new Stretch<PersonSet>(PersonSet.Nobody, Instant.MaxValue);
        foreach (var timeline in timelines)
        {
            var (people, until) = timeline(at);
            all = new(all.Value.With(people), Instant.Min(all.Until, until));
        }

        return all;
    };

    /// <summary>The people of the first one that has anybody on call; an empty one lets the next show through.</summary>
    public static Timeline<PersonSet> FirstWithAnybody(IReadOnlyList<Timeline<PersonSet>> timelines) => timelines is [var only] ? only : at =>
    {
        var certain = Instant.MaxValue;
        foreach (var timeline in timelines)
        {
            var (people, until) = timeline(at);
            certain = Instant.Min(certain, until);
            if (!people.IsNobody)
            {
                return new(people, certain);
            }
        }

        return new(PersonSet.Nobody, certain);
    };

    /// <summary>Returns what is left of a timeline where <paramref name="higher"/> is empty.</summary>
    public static Timeline<PersonSet> HiddenBy(this Timeline<PersonSet> timeline, Timeline<PersonSet> higher) => at =>
    {
        var (hiding, until) = higher(at);
        if (!hiding.IsNobody)
        {
            return new(PersonSet.Nobody, until);
        }

        var own = timeline(at);
        return own with { Until = Instant.Min(own.Until, until) };
    };
}
