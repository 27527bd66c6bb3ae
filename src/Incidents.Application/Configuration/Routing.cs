using System.Text.RegularExpressions;
using Incidents.Application.Heartbeats;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Configuration;

/// <summary>Where an alarm goes.</summary>
/// <param name="MatchedBy">What decided on service and severity, in words for the timeline.</param>
public sealed record Route(Service Service, Severity Severity, string MatchedBy);

/// <summary>From an alarm to the service it belongs to, and how much it matters.</summary>
public static partial class Routing
{
    /// <summary>
    /// A heartbeat's own service; else the service with the most specific pattern for the alarm's name (of equals the first in the files); else the one
    /// with the most tags, all of which the alarm carries (of equals the first by id); else the catch-all: no alarm goes nowhere.
    /// </summary>
    public static Route Route(this OnCallConfiguration configuration, Alarm alarm)
    {
        if (HeartbeatAlarm.NameIn(alarm.Key) is { } name && configuration.Heartbeats.GetValueOrDefault(name) is { } heartbeat && configuration.Find(heartbeat.Service) is { } owner)
        {
            var level = heartbeat.Severity ?? owner.DefaultSeverity ?? Severity.Sev2;
            return new Route(owner, level, $"heartbeat \"{name}\"; {level} by {(heartbeat.Severity is null ? "the service" : "the heartbeat")}");
        }

        var (service, match) = configuration.Winner(alarm);
        var (severity, reason) = SeverityOf(service, alarm);
        return new Route(service, severity, $"{match}; {severity} by {reason}");
    }

    /// <summary>The service's own; by default Sev1 and Sev2 wake somebody, Sev4 never, and Sev3 in the service's support hours, or always where it has none.</summary>
    /// <remarks>A Sev3 that is no alarm, such as a medium finding, wakes somebody in support hours that are named, and never where the service has none.</remarks>
    public static Urgency UrgencyOf(this OnCallConfiguration _, Service service, Severity severity, Instant now, IncidentSource source = IncidentSource.Alarm) => severity switch
    {
        _ when service.Urgency is { } own => own,
        Severity.Sev1 or Severity.Sev2 => Urgency.High,
        Severity.Sev3 => service.SupportHours?.Contains(now) ?? source != IncidentSource.Message ? Urgency.High : Urgency.Low,
        _ => Urgency.Low,
    };

    /// <summary>When a Sev3 that can wait for support hours becomes urgent; null when it is urgent already, or never becomes so.</summary>
    public static Instant? RaisesUrgencyAt(this OnCallConfiguration configuration, Service service, Severity severity, Instant now, IncidentSource source = IncidentSource.Alarm) =>
        severity == Severity.Sev3 && service.Urgency is null && configuration.UrgencyOf(service, severity, now, source) == Urgency.Low ? service.SupportHours?.NextBegin(now) : null;

    /// <summary>Both at once.</summary>
    public static Grade GradeOf(this OnCallConfiguration configuration, Service service, Severity severity, Instant now, IncidentSource source = IncidentSource.Alarm) =>
        new(configuration.UrgencyOf(service, severity, now, source), configuration.RaisesUrgencyAt(service, severity, now, source));

    /// <summary>The service whose pattern fits the name best; null when none does and the catch-all is paged.</summary>
    public static Service? Claimant(this OnCallConfiguration configuration, string alarm) => configuration.ByPattern(alarm) is (var service, not null) ? service : null;

    private static (Service Service, string Match) Winner(this OnCallConfiguration configuration, Alarm alarm) =>
        configuration.ByPattern(alarm.Name) is (var named, { } pattern) ? (named, $"alarm pattern \"{pattern}\"")
        : configuration.Services.Values.WithMostTags(alarm.Tags) is { } marked ? (marked, $"alarm tags {string.Join(", ", marked.AlarmTags)}")
        : (configuration.CatchAll.Service, "no service claims this alarm");

    private static Service? WithMostTags(this IEnumerable<Service> services, IReadOnlyDictionary<string, string> tags) => services
        .Where(service => service.AlarmTags.Count > 0 && service.AlarmTags.All(tag => tags.TryGetValue(tag.Key, out var value) && value == tag.Value))
        .OrderByDescending(service => service.AlarmTags.Count)
        .ThenBy(service => service.Id, StringComparer.Ordinal)
        .FirstOrDefault();

    private static (Service Service, Glob? Pattern) ByPattern(this OnCallConfiguration configuration, string alarm)
    {
        (Service Service, Glob? Pattern, int Specificity) best = (configuration.CatchAll.Service, null, -1);
        foreach (var service in configuration.Services.Values)
        {
            foreach (var pattern in service.Alarms)
            {
                if (pattern.Specificity > best.Specificity && pattern.Matches(alarm))
                {
                    best = (service, pattern, pattern.Specificity);
                }
            }
        }

        return (best.Service, best.Pattern);
    }

    private static (Severity Severity, string Reason) SeverityOf(Service service, Alarm alarm)
    {
        if (service.SeverityRules.FirstOrDefault(rule => rule.Fits(alarm.Name, alarm.Description)) is { } rule)
        {
            return (rule.Severity, "the service's rules");
        }

        if (SeverityWord().Match(alarm.Description) is { Success: true } word)
        {
            return ((Severity)(word.Groups[1].ValueSpan[0] - '0'), "the alarm's description");
        }

        return service.DefaultSeverity is { } severity ? (severity, "the service's default") : (Severity.Sev2, "default");
    }

    [GeneratedRegex(@"\bSEV([1-4])\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SeverityWord();
}
