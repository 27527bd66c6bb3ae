using System.Collections.Immutable;

namespace Incidents.Domain.Incidents;

/// <summary>What an incident is called: a title that a person gave, else the alarm it is about.</summary>
public static class Headline
{
    /// <summary>How many former titles are kept: the first for good, of the others the newest.</summary>
    public const int MostFormerTitles = 8;

    /// <summary>The worst alarm that fires, a composite before its children, then the oldest; while none fires, the same of all that fired.</summary>
    /// <returns>Null when there is no alarm among them.</returns>
    public static LeadingAlarm? Of(IEnumerable<MemberAlarm> members)
    {
        var alarms = members.Where(m => !m.IsMessage).ToList();
        var firing = alarms.Where(m => m.IsFiring).ToList();
        var candidates = firing.Count > 0 ? firing : alarms;
        if (candidates.Count == 0)
        {
            return null;
        }

        var worst = candidates.Min(m => m.Severity);
        var rank = candidates.Where(m => m.Severity == worst).OrderBy(m => m.JoinedAt).ThenBy(m => m.Member.ToString(), StringComparer.Ordinal).ToList();
        var first = rank[0];

        // Composites may be made of composites; a rule that names itself ends here too.
        for (var up = 0; up < rank.Count && rank.Find(m => m != first && m.IsMadeOf(first)) is { } above; up++)
        {
            first = above;
        }

        var child = candidates.Where(m => m != first && first.IsMadeOf(m) && m.Metric is not null).OrderBy(m => m.Severity).ThenBy(m => m.JoinedAt).FirstOrDefault();
        return first.AsLead() with { Metric = child?.Metric ?? first.Metric };
    }

    /// <summary>Called by its alarm, unless a person gave it a title.</summary>
    internal static Incident CalledByItsAlarm(this Incident incident) =>
        incident.IsTitleGiven || incident.Lead is not { } lead ? incident : incident.Called(lead.Name);

    /// <summary>Called so from now on; what it was called before still finds it.</summary>
    internal static Incident Called(this Incident incident, string title) => incident.Title == title
        ? incident
        : incident with { Title = title, FormerTitles = Former(incident.FormerTitles.Remove(title).Remove(incident.Title).Add(incident.Title)) };

    private static ImmutableList<string> Former(ImmutableList<string> titles) => titles.Count > MostFormerTitles ? titles.RemoveAt(1) : titles;
}
