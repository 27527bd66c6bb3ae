using Incidents.Application.Alarms;
using Incidents.Application.Configuration;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Intake;

/// <summary>A message that concerns somebody: an alarm, a text that is none, or something nobody can read.</summary>
/// <param name="Alarm">The alarm; for the other kinds a stand-in, so that all of them join, repeat and group in the same way.</param>
internal sealed record Signal(Alarm Alarm, IncidentSource Source, Service Service, Severity Severity, AlarmMessage Message)
{
    /// <summary>The account and region in which alarms of its service form a group; null where all of the service do, and for what stands alone.</summary>
    public string? Group => Source.StandsAlone() || Service.Rules.Group == GroupBy.ServiceEverywhere ? null : Grouping.PlaceOf(Alarm.Origin);

    /// <summary>All messages nobody can read belong to one incident at a time.</summary>
    private static readonly DedupKey Unreadable = new("incidents:unreadable");

    private static readonly AlarmOrigin Nowhere = new("aws", "", "");

    public static Signal From(Alarm alarm, AlarmMessage message, AlarmSources sources, OnCallConfiguration settings)
    {
        if (sources.Synthetic?.SourceOf(alarm) is { } check)
        {
            return new Signal(alarm, check, settings.CatchAll.Service, Severity.Sev4, message);
        }

        var route = settings.Route(alarm);
        return new Signal(alarm, IncidentSource.Alarm, route.Service, route.Severity, message);
    }

    /// <summary>A text that is no alarm wakes nobody. All about one thing belong to one incident at a time.</summary>
    public static Signal FromNote(ParsedMessage.Note note, AlarmMessage message, OnCallConfiguration settings)
    {
        var standIn = StandIn(note.Key, Identity(message), note.Title, note.Text, message);
        var route = settings.Route(standIn with { Name = note.ServiceHint ?? note.Title });
        return new Signal(standIn, IncidentSource.Message, route.Service, Severity.Sev4, message);
    }

    /// <summary>What nobody can read may have been an alarm: the catch-all looks at it.</summary>
    public static Signal FromUnreadable(ParsedMessage.Unreadable unreadable, AlarmMessage message, OnCallConfiguration settings)
    {
        var standIn = StandIn(Unreadable, Identity(message), "unreadable alarm", unreadable.Reason, message);
        return new Signal(standIn, IncidentSource.Unreadable, settings.CatchAll.Service, unreadable.LooksLikeAlarm ? Severity.Sev2 : Severity.Sev4, message);
    }

    private static Alarm StandIn(DedupKey key, string? contributor, string name, string reason, AlarmMessage message) => new()
    {
        Key = key,
        Name = name,
        State = AlarmState.Alarm,
        Reason = reason,
        ChangedAt = message.SentAt,
        Origin = Nowhere,
        Contributor = contributor is null ? null : new AlarmContributor(contributor, new Dictionary<string, string>()),
    };

    private static string Identity(AlarmMessage message) =>
        message.MessageId ?? Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(message.Text)))[..16];
}
