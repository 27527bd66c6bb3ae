using System.Globalization;
using Incidents.Application.Intake;
using Incidents.Domain.Configuration;
using Incidents.Domain.Services;
using NodaTime;
using NodaTime.Calendars;

namespace Incidents.Cli.Simulation;

/// <summary>What a replay came to.</summary>
internal sealed record SimulationReport
{
    /// <summary>How many alarms were replayed.</summary>
    public required int Alarms { get; init; }

    /// <summary>How many incidents they opened.</summary>
    public required int Incidents { get; init; }

    /// <summary>From the first alarm to the last.</summary>
    public required Interval Time { get; init; }

    /// <summary>Every page, in order.</summary>
    public required IReadOnlyList<SimulatedPage> Pages { get; init; }

    /// <summary>Every message to a person, in order; one that covers several incidents is one.</summary>
    public required IReadOnlyList<SimulatedMessage> Messages { get; init; }

    /// <summary>What the messages came to for the people they were sent to, the most interrupted first.</summary>
    public IEnumerable<IGrouping<string, Interruption>> Interruptions => Interruption.Of(Messages)
        .GroupBy(one => one.Name)
        .OrderByDescending(person => person.Count())
        .ThenBy(person => person.Key, StringComparer.Ordinal);

    /// <summary>Alarms that fired and that no service claims, with how often each did.</summary>
    public required IReadOnlyList<(string Alarm, int Times)> Unmatched { get; init; }

    /// <summary>Lines left out, and what could not be done.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    public IEnumerable<PageCount> ByPerson => Count(page => page.Name);

    public IEnumerable<PageCount> ByService => Count(page => page.Service.Value);

    /// <summary>ISO weeks, in UTC.</summary>
    public IEnumerable<PageCount> ByWeek => Count(page => Week(page.At)).OrderBy(week => week.Of, StringComparer.Ordinal);

    /// <summary>Replays a history. A day after its last line is part of it: escalation continues until a person acknowledges or the alarm recovers.</summary>
    /// <param name="history">At least one alarm.</param>
    public static async Task<SimulationReport> Run(AlarmHistory history, OnCallConfiguration configuration, Duration? acknowledgeAfter, CancellationToken cancellation)
    {
        var pages = new List<SimulatedPage>();
        var messages = new List<SimulatedMessage>();
        var unmatched = new Dictionary<string, int>();
        var (first, last) = (history.Alarms[0].At, history.Alarms[^1].At);
        using var simulator = new Simulator(configuration, Earliest(first, history), acknowledgeAfter, pages.Add, messages.Add);
        var incidents = 0;
        var refused = new List<string>();
        var acts = new Queue<HistoricAct>(history.Acts);
        foreach (var alarm in history.Alarms)
        {
            await ActBefore((alarm.At, alarm.Line));
            var outcome = await simulator.Arrive(alarm, cancellation);
            incidents += outcome is { Decision: AlarmDecision.Triggered, Incident.Incident.Reopened: 0 } ? 1 : 0;
            if (outcome.Incident?.Incident.Service == CatchAll.Id && alarm.Fires is { } name)
            {
                unmatched[name] = unmatched.GetValueOrDefault(name) + 1;
            }
        }

        await ActBefore((Instant.MaxValue, 0));
        await simulator.PassTo(Instant.Max(last, history.Acts.Count > 0 ? history.Acts[^1].At : last) + Afterwards, cancellation);
        return new SimulationReport
        {
            Alarms = history.Alarms.Count,
            Incidents = incidents,
            Time = new Interval(first, last),
            Pages = pages,
            Messages = messages,
            Unmatched = [.. unmatched.OrderByDescending(u => u.Value).ThenBy(u => u.Key, StringComparer.Ordinal).Select(u => (u.Key, u.Value))],
            Problems = [.. history.Unusable, .. refused, .. simulator.Failures],
        };

        async Task ActBefore((Instant At, int Line) next)
        {
            while (acts.TryPeek(out var act) && (act.At, act.Line).CompareTo(next) < 0)
            {
                refused.AddRange(await simulator.Act(acts.Dequeue(), cancellation) is { } problem ? [problem] : []);
            }
        }
    }

    private static Instant Earliest(Instant first, AlarmHistory history) => history.Acts.Count > 0 ? Instant.Min(first, history.Acts[0].At) : first;

    private IEnumerable<PageCount> Count(Func<SimulatedPage, string> of) => Pages
        .GroupBy(of)
        .Select(pages => new PageCount(pages.Key, pages.Count(), pages.Count(p => p.OutOfHours)))
        .OrderByDescending(count => count.Pages)
        .ThenBy(count => count.Of, StringComparer.Ordinal);

    private static string Week(Instant at)
    {
        var date = at.InUtc().Date;
        var rule = WeekYearRules.Iso;
        return string.Create(CultureInfo.InvariantCulture, $"{rule.GetWeekYear(date)}-W{rule.GetWeekOfWeekYear(date):D2}");
    }

    private static readonly Duration Afterwards = Duration.FromDays(1);
}

/// <summary>A line of a summary.</summary>
/// <param name="Of">A person, a service or a week.</param>
/// <param name="OutOfHours">How many of the pages were out of hours.</param>
internal sealed record PageCount(string Of, int Pages, int OutOfHours);
