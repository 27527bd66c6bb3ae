using Incidents.Application.Runbooks;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Configuration;
using Incidents.Domain.Services;
using NodaTime;

namespace Incidents.Cli.Coverage;

/// <summary>What would become of one alarm.</summary>
/// <param name="Through">The wired composite that speaks for it; null when it has actions of its own, or no composite covers it.</param>
/// <param name="Claimed">False when no service claims it and the catch-all would be paged.</param>
/// <param name="Runbook">Id of the best fit; null when there is none.</param>
internal sealed record AlarmCoverage(DescribedAlarm Alarm, Wiring Wiring, string? Through, ServiceId Service, bool Claimed, Severity Severity, string? Runbook)
{
    /// <summary>Whether lines have to be added to its definition before its firing and its recovery both reach the topic.</summary>
    public bool NeedsLines => Wiring is Wiring.NotWired or Wiring.ActionsOff or Wiring.NoRecovery;
}

/// <summary>Which alarms of an account lead here, and where to.</summary>
internal sealed record CoverageReport(IReadOnlyList<AlarmCoverage> Alarms, AlarmTopic Topic, IReadOnlyList<string> Problems)
{
    /// <summary>Services that may claim more than this shows: a listing of alarms holds no tags.</summary>
    public IReadOnlyList<string> ServicesByTags { get; init; } = [];

    public int Count(Wiring wiring) => Alarms.Count(alarm => alarm.Wiring == wiring);

    public static CoverageReport Of(AlarmListing listing, AlarmTopic topic, OnCallConfiguration configuration, RunbookLibrary runbooks)
    {
        var spokenFor = new Dictionary<string, string>();
        foreach (var composite in listing.Alarms.Where(alarm => alarm.IsComposite && Own(alarm, topic) is Wiring.Wired or Wiring.NoRecovery))
        {
            foreach (var child in composite.Children)
            {
                spokenFor.TryAdd(child, composite.Name);
            }
        }

        return new CoverageReport([.. listing.Alarms.Select(alarm => Look(alarm, topic, spokenFor, configuration, runbooks))], topic, listing.Problems)
        {
            ServicesByTags = [.. configuration.Services.Values.Where(service => service.AlarmTags.Count > 0).Select(service => service.Id.Value)],
        };
    }

    private static AlarmCoverage Look(DescribedAlarm alarm, AlarmTopic topic, Dictionary<string, string> spokenFor, OnCallConfiguration configuration, RunbookLibrary runbooks)
    {
        var fired = new Alarm
        {
            Key = new DedupKey(alarm.Arn.ToString()),
            Name = alarm.Name,
            Description = alarm.Description,
            Origin = alarm.Arn.Origin,
            State = AlarmState.Alarm,
            ChangedAt = NodaConstants.UnixEpoch,
        };
        var route = configuration.Route(fired);
        var own = Own(alarm, topic);
        var through = own is Wiring.NotWired or Wiring.ActionsOff ? spokenFor.GetValueOrDefault(alarm.Name) ?? spokenFor.GetValueOrDefault(alarm.Arn.ToString()) : null;
        var runbook = route.Service.Runbooks.Select(runbooks.Find).Concat(runbooks.For(route.Service.Id, fired)).FirstOrDefault(known => known is not null);
        return new AlarmCoverage(alarm, through is null ? own : Wiring.ByComposite, through, route.Service.Id, route.Service.Id != CatchAll.Id, route.Severity, runbook?.Id);
    }

    private static Wiring Own(DescribedAlarm alarm, AlarmTopic topic) =>
        alarm.IsTargetTracking ? Wiring.LeftAlone
        : !topic.IsAmong(alarm.AlarmActions) ? Wiring.NotWired
        : !alarm.ActionsEnabled ? Wiring.ActionsOff
        : topic.IsAmong(alarm.OkActions) ? Wiring.Wired
        : Wiring.NoRecovery;
}
