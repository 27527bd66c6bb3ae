using Incidents.Domain.OnCall;

namespace Incidents.Import.GrafanaOnCall;

/// <summary>Overrides that overlap share their time in OnCall; here the last would have it alone.</summary>
internal static class GrafanaOverrides
{
    /// <summary>Covers that do not overlap, each by everybody who covered then.</summary>
    public static IReadOnlyList<Override> Shared(IReadOnlyList<Override> covers)
    {
        var edges = covers.SelectMany(cover => new[] { cover.From, cover.To }).Distinct().Order().ToArray();
        var shared = new List<Override>();
        for (var i = 0; i + 1 < edges.Length; i++)
        {
            var (from, to) = (edges[i], edges[i + 1]);
            var acting = covers.Where(cover => cover.From <= from && to <= cover.To).ToList();
            if (acting.Count == 0)
            {
                continue;
            }

            var users = acting.Aggregate(PersonSet.Nobody, (all, cover) => all.With(cover.Users));
            if (shared.Count > 0 && shared[^1] is var last && last.To == from && last.Users.Equals(users))
            {
                shared[^1] = last with { To = to };
                continue;
            }

            shared.Add(new Override { Kind = OverrideKind.Cover, From = from, To = to, Users = users });
        }

        return shared;
    }
}
