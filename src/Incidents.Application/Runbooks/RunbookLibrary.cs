using Incidents.Application.Alarms;
using Incidents.Domain;
using Incidents.Domain.Alarms;

namespace Incidents.Application.Runbooks;

/// <summary>All runbooks, and which of them an incident needs.</summary>
public sealed class RunbookLibrary(IEnumerable<Runbook> runbooks)
{
    private readonly Runbook[] all = [.. runbooks.OrderBy(r => r.Id, StringComparer.Ordinal)];

    /// <summary>No runbooks.</summary>
    public static RunbookLibrary Empty { get; } = new([]);

    /// <summary>Every runbook, by id.</summary>
    public IReadOnlyList<Runbook> All => all;

    /// <summary>The runbook of that id; null when there is none.</summary>
    public Runbook? Find(string id) => Array.Find(all, r => r.Id == id);

    /// <summary>
    /// The runbooks that fit, the best first: the one the alarm's description names by id, then those whose alarm pattern fixes most of
    /// the alarm's name, then those that match only a child that set a composite off. Ties go to the more specific service, then by id.
    /// </summary>
    /// <param name="service">Id of the service.</param>
    /// <param name="alarm">The alarm; null for an incident a person declared, which gets the runbooks for any alarm of its service.</param>
    public IReadOnlyList<Runbook> For(ServiceId service, Alarm? alarm)
    {
        var named = alarm is null ? null : RunbookMention.Id(alarm.Description);
        return
        [
            .. all
                .Select(runbook => (Runbook: runbook, Rank: Rank(runbook, service, alarm, named)))
                .Where(candidate => candidate.Rank is not null)
                .OrderByDescending(candidate => candidate.Rank)
                .Select(candidate => candidate.Runbook),
        ];
    }

    private static (int Kind, int Alarm, int Service)? Rank(Runbook runbook, ServiceId service, Alarm? alarm, string? named)
    {
        const int byName = 2, byAlarm = 1, byChild = 0;
        if (runbook.Id == named)
        {
            return (byName, 0, 0);
        }

        if (Fit(runbook.Services, service.Value) is not { } ofService)
        {
            return null;
        }

        if (Fit(runbook.Alarms, alarm?.Name) is { } ofAlarm)
        {
            return (byAlarm, ofAlarm, ofService);
        }

        return (alarm?.Composite?.Triggering ?? []).Max(child => Fit(runbook.Alarms, AlarmWords.ChildName(child.Key))) is { } ofChild
            ? (byChild, ofChild, ofService)
            : null;
    }

    /// <summary>Specificity of the best pattern that matches; 0 when there are no patterns, null when none matches.</summary>
    private static int? Fit(IReadOnlyList<Glob> patterns, string? name) => patterns.Count == 0
        ? 0
        : patterns.Where(pattern => name is not null && pattern.Matches(name)).Max(pattern => (int?)pattern.Specificity);
}
