using System.Collections.Immutable;
using Incidents.Application.Alarms;
using Incidents.Application.Runbooks;
using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.Services;
using NodaTime;

namespace Incidents.Application.Notifications;

/// <summary>Alarms as they stand beside an incident: what pages need of their messages is kept with them, small, for the messages are not kept.</summary>
public sealed class Members(NotificationContentBuilder briefer)
{
    private const int LongestReason = 240;
    private const int LongestWhy = 240;
    private const int LongestMetric = 100;
    private const int LongestPage = 200;
    private const int MostChildren = 16;

    /// <summary>An alarm that joins now.</summary>
    internal MemberAlarm New(RoutedAlarm signal, Instant now) => Describe(
        new MemberAlarm
        {
            Member = signal.Alarm.Member,
            Name = signal.Alarm.Name,
            Severity = signal.Severity,
            JoinedAt = now,
            Reason = Cut(signal.Alarm.Reason),
            Changes = [signal.Alarm.Change],
            Source = signal.Source == IncidentSource.Alarm ? null : signal.Source,
        },
        signal.Alarm,
        signal.Service);

    /// <summary>One that had joined and has changed: when it fires, what it says now is what people are told.</summary>
    internal MemberAlarm Again(MemberAlarm known, RoutedAlarm signal)
    {
        var member = known.With(signal.Alarm.Change);
        return signal.Alarm.State == AlarmState.Alarm ? Describe(member with { Reason = Cut(signal.Alarm.Reason) }, signal.Alarm, signal.Service) : member;
    }

    /// <summary>The alarm that opened an incident, or brought it back, in the form of one that joined; null when a person declared the incident.</summary>
    /// <param name="joined">The alarms that joined: the one that brought it back may be among them.</param>
    /// <param name="settings">Null while none can be read: it then says less of itself, and is as bad as the incident.</param>
    internal MemberAlarm? Opener(IncidentRecord record, IEnumerable<MemberAlarm> joined, OnCallConfiguration? settings)
    {
        var incident = record.Incident;
        if (incident.Opener is not { } opener)
        {
            return null;
        }

        var told = record.Detail.Alarm;
        var known = joined.FirstOrDefault(m => m.Member == opener.Member);
        var member = told is { } alarm && alarm.Member == opener.Member
            ? settings is null ? Bare(incident, opener, alarm.Name, incident.Severity, Cut(alarm.Reason)) : Describe(Bare(incident, opener, alarm.Name, settings.Route(alarm).Severity, Cut(alarm.Reason)), alarm, settings.ServiceOf(incident))
            : known ?? Bare(incident, opener, told is null && !incident.IsTitleGiven && incident.Lead is null ? incident.Title : AlarmWords.ChildName(opener.Member.Key), incident.Severity, "");
        if (incident.Lead is { } lead && lead.Member == opener.Member)
        {
            member = member with { Name = lead.Name, Severity = lead.Severity, JoinedAt = lead.Since, Metric = lead.Metric, Why = lead.Why, Runbook = lead.Runbook, RunbookPage = lead.RunbookPage };
        }

        return member with { Changes = [opener.IsFiring ? opener.Change with { State = AlarmState.Alarm } : opener.Change] };
    }

    private static MemberAlarm Bare(Incident incident, OpeningAlarm opener, string name, Severity severity, string reason) => new()
    {
        Member = opener.Member,
        Name = name,
        Severity = severity,
        JoinedAt = incident.TriggeredAt,
        Reason = reason,
        Changes = [opener.Change],
        Source = incident.Source is IncidentSource.Message or IncidentSource.Unreadable ? incident.Source : null,
    };

    private MemberAlarm Describe(MemberAlarm member, Alarm alarm, Service service) => member.IsMessage
        ? member
        : member with
        {
            Metric = AlarmWords.Metric(alarm) is { } metric ? Shorten.To(metric, LongestMetric) : null,
            Why = AlarmWords.Why(alarm) is { Length: > 0 } why ? Shorten.To(why, LongestWhy) : null,
            Runbook = briefer.RunbooksFor(service, alarm) is [var best, ..] ? best : null,
            RunbookPage = RunbookMention.In(alarm.Description)?.Link?.AbsoluteUri is { Length: <= LongestPage } page ? page : null,
            Children = alarm.Composite?.Children is { Count: > 0 } children ? [.. children.Take(MostChildren).Select(MemberAlarm.Mark)] : null,
        };

    private static string Cut(string reason) => reason.Length <= LongestReason ? reason : reason[..LongestReason];
}
