using System.Text.RegularExpressions;
using Incidents.Domain.Alarms;
using Incidents.Domain.Heartbeats;
using Incidents.Domain.Incidents;
using Incidents.Domain.Services;
using NodaTime;

namespace Incidents.Domain.Configuration;

/// <summary>Where an alarm goes.</summary>
/// <param name="MatchedBy">What decided on service and severity, in words for the timeline.</param>
public sealed record Route(Service Service, Severity Severity, string MatchedBy);

/// <summary>From an alarm to the service it belongs to, and how much it matters.</summary>
public static partial class Routing
{
    /// <summary>
    /// A heartbeat's own service; else the service with the most specific pattern for the alarm's name (of equals the one that names account or region, then
    /// the first in the files); else the one with the most tags, all of which the alarm carries (of equals the first by id); else the one that takes all of
    /// the alarm's account or region; else the catch-all: no alarm goes nowhere. A service that names accounts or regions takes no alarm from elsewhere.
    /// </summary>
    public static Route Route(this OnCallConfiguration configuration, Alarm alarm)
    {
        if (Heartbeat.NameIn(alarm.Key) is { } name && configuration.Heartbeats.GetValueOrDefault(name) is { } heartbeat && configuration.Find(heartbeat.Service) is { } owner)
        {
            var level = heartbeat.Severity ?? owner.DefaultSeverity ?? Severity.Sev2;
            return new Route(owner, level, $"heartbeat \"{name}\"; {level} by {(heartbeat.Severity is null ? "the service" : "the heartbeat")}");
        }

        var (service, match) = configuration.Winner(alarm);
        var (severity, reason) = configuration.SeverityOf(service, alarm);
        return new Route(service, severity, $"{match}; {severity} by {reason}");
    }

    /// <summary>The service's own; by default Sev1 and Sev2 wake people, Sev4 never, and Sev3 in the service's support hours, or always where it has none.</summary>
    /// <remarks>A Sev3 that is no alarm, such as a medium finding, wakes people in support hours that are named, and never where the service has none.</remarks>
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

    /// <summary>The service that takes an alarm by pattern or place, and the pattern; null when none does and, unless the alarm carries tags, the catch-all is paged.</summary>
    /// <param name="origin">Null where the alarm is not known to be anywhere.</param>
    public static (Service Service, Glob? Pattern)? Claimant(this OnCallConfiguration configuration, string alarm, AlarmOrigin? origin) =>
        configuration.ByPattern(alarm, origin) is (var named, { } pattern) ? (named, pattern)
        : configuration.Services.Values.ByPlace(origin) is { } there ? (there, null)
        : null;

    private static (Service Service, string Match) Winner(this OnCallConfiguration configuration, Alarm alarm) =>
        configuration.ByPattern(alarm.Name, alarm.Origin) is (var named, { } pattern) ? (named, $"alarm pattern \"{pattern}\"")
        : configuration.Services.Values.Where(service => service.Places.Contain(alarm.Origin)).WithMostTags(alarm.Tags) is { } marked ? (marked, $"alarm tags {string.Join(", ", marked.AlarmTags)}")
        : configuration.Services.Values.ByPlace(alarm.Origin) is { } there ? (there, $"alarms of {there.Places}")
        : (configuration.CatchAll.Service, "no service claims this alarm");

    private static Service? ByPlace(this IEnumerable<Service> services, AlarmOrigin? origin) => services
        .Where(service => service.Places.Specificity > 0 && service.Alarms.Count + service.AlarmTags.Count == 0 && service.Places.Contain(origin))
        .OrderByDescending(service => service.Places.Specificity)
        .FirstOrDefault();

    private static Service? WithMostTags(this IEnumerable<Service> services, IReadOnlyDictionary<string, string> tags) => services
        .Where(service => service.AlarmTags.Count > 0 && service.AlarmTags.All(tag => tags.TryGetValue(tag.Key, out var value) && value == tag.Value))
        .OrderByDescending(service => service.AlarmTags.Count)
        .ThenBy(service => service.Id)
        .FirstOrDefault();

    private static (Service Service, Glob? Pattern) ByPattern(this OnCallConfiguration configuration, string alarm, AlarmOrigin? origin)
    {
        (Service Service, Glob? Pattern, (int, int) Specificity) best = (configuration.CatchAll.Service, null, (-1, 0));
        foreach (var service in configuration.Services.Values.Where(service => service.Places.Contain(origin)))
        {
            foreach (var pattern in service.Alarms)
            {
                var specificity = (pattern.Specificity, service.Places.Specificity);
                if (specificity.CompareTo(best.Specificity) > 0 && pattern.Matches(alarm))
                {
                    best = (service, pattern, specificity);
                }
            }
        }

        return (best.Service, best.Pattern);
    }

    /// <summary>An account's severity is for all alarms in it, whatever rules and descriptions say that are the same in every account.</summary>
    private static (Severity Severity, string Reason) SeverityOf(this OnCallConfiguration configuration, Service service, Alarm alarm)
    {
        var account = configuration.Accounts.GetValueOrDefault(alarm.Origin?.Account ?? "");
        if (service.SeverityRules.FirstOrDefault(rule => rule.Fits(alarm) && (account?.Severity is null || rule.Places.Accounts.Count > 0)) is { } rule)
        {
            return (rule.Severity, "the service's rules");
        }

        if (account?.Severity is { } own)
        {
            return (own, $"the account {account.Name}");
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
