using Incidents.Application.Alarms;
using Incidents.Application.Reading;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Web.Words;

/// <summary>An alarm of an incident, as it stands.</summary>
/// <param name="Opened">It opened the incident, or brought it back.</param>
/// <param name="JoinedAt">When it became part of the incident.</param>
/// <param name="Console">Its page in the AWS console; null when it cannot be derived.</param>
public sealed record AlarmLine(
    AlarmMember Member, string Name, Severity Severity, AlarmChange Change, bool IsFiring, bool Opened, Instant JoinedAt, string Reason, Uri? Console)
{
    /// <summary>Every alarm once: the opening one first, then those that fire, then by the time they joined.</summary>
    public static IReadOnlyList<AlarmLine> Of(IncidentStory story)
    {
        var incident = story.Record.Incident;
        var joined = story.Members
            .Where(member => member.Member != incident.Opener?.Member)
            .Select(Joined)
            .OrderByDescending(line => line.IsFiring)
            .ThenBy(line => line.JoinedAt);
        return incident.Opener is { } opener && incident.Source == IncidentSource.Alarm ? [Opening(story, incident, opener), .. joined] : [.. joined];
    }

    private static AlarmLine Joined(MemberAlarm member) => new(
        member.Member,
        member.Name,
        member.Severity,
        member.Last,
        member.IsFiring,
        Opened: false,
        member.JoinedAt,
        member.Reason,
        CloudWatchConsole.AlarmPage(member.Member.Key));

    private static AlarmLine Opening(IncidentStory story, Incident incident, OpeningAlarm opener)
    {
        var alarm = story.Briefing.Alarm is { } told && told.Member == opener.Member ? told : null;
        return new AlarmLine(
            opener.Member,
            alarm?.Name ?? AlarmWords.ChildName(opener.Member.Key),
            incident.Severity,
            opener.Change,
            opener.IsFiring,
            Opened: true,
            incident.TriggeredAt,
            alarm?.Reason ?? "",
            alarm is null ? CloudWatchConsole.AlarmPage(opener.Member.Key) : CloudWatchConsole.AlarmPage(alarm));
    }
}
