using Incidents.Application.Alarms;
using Incidents.Application.Configuration;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.Services;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Application.Notifications;

/// <summary>A message with the service it concerns: an alarm, a text that is none, or something unreadable.</summary>
/// <param name="Alarm">The alarm; for the other kinds a stand-in, so that all of them join, repeat and group in the same way.</param>
/// <param name="Parsed">What intake read in the message; kept with the incident that it opens, so that nothing reads it again.</param>
internal sealed record RoutedAlarm(Alarm Alarm, IncidentSource Source, Service Service, Severity Severity, AlarmMessage Message, ParsedMessage Parsed)
{
    /// <summary>What sort of message it is; null for an alarm.</summary>
    public NoteKind? Kind { get; init; }

    /// <summary>The account and region in which alarms of its service form a group; null where all of the service do, and for what stands alone.</summary>
    public string? Group => Source.StandsAlone() || Service.Rules.Group == GroupBy.ServiceEverywhere ? null : Grouping.PlaceOf(Alarm.Origin);

    /// <summary>All unreadable messages belong to one incident at a time.</summary>
    private static readonly DedupKey Unreadable = new("incidents:unreadable");

    public static RoutedAlarm From(Alarm alarm, AlarmMessage message, AlarmAllowList sources, OnCallConfiguration settings)
    {
        if (sources.Synthetic?.SourceOf(alarm) is { } check)
        {
            return new RoutedAlarm(alarm, check, settings.CatchAll.Service, Severity.Sev4, message, new ParsedMessage.Alarm(alarm));
        }

        var route = settings.Route(alarm);
        return new RoutedAlarm(alarm, IncidentSource.Alarm, route.Service, route.Severity, message, new ParsedMessage.Alarm(alarm));
    }

    /// <summary>A text that is no alarm has low urgency, unless its sender or a rule of its service says how bad it is. All about one thing belong to one incident at a time.</summary>
    public static RoutedAlarm FromNote(ParsedMessage.Note note, AlarmMessage message, OnCallConfiguration settings)
    {
        var standIn = StandIn(note.Key, Identity(message), note.Title, note.Text, message) with { Origin = note.Origin };
        var route = settings.RouteNote(note, message.Subject, standIn);
        return new RoutedAlarm(standIn, IncidentSource.Message, route.Service, route.Severity, message, note) { Kind = note.Kind };
    }

    /// <summary>The incident that stands for all messages of a kind and day that are too many for incidents of their own.</summary>
    /// <param name="number">Which of the day this is.</param>
    public RoutedAlarm AsOneOfMany(int number, Instant now)
    {
        var kind = Kind!.Value;
        var day = LocalDatePattern.Iso.Format(now.InUtc().Date);
        return this with
        {
            Kind = null,
            Severity = Severity.Sev4,
            Alarm = Alarm with
            {
                Key = new DedupKey($"note:{kind}:more than {NoticeSettings.MostADay} on {day}"),
                Name = $"More than {NoticeSettings.MostADay} {NoteWords.Several(kind)} on {day}",
                Reason = $"Number {number} of the day: {Alarm.Name}",
            },
        };
    }

    /// <summary>Routes an unreadable message, which may have been an alarm, to the catch-all.</summary>
    public static RoutedAlarm FromUnreadable(ParsedMessage.Unreadable unreadable, AlarmMessage message, OnCallConfiguration settings)
    {
        var standIn = StandIn(Unreadable, Identity(message), "unreadable alarm", unreadable.Reason, message);
        return new RoutedAlarm(standIn, IncidentSource.Unreadable, settings.CatchAll.Service, unreadable.LooksLikeAlarm ? Severity.Sev2 : Severity.Sev4, message, unreadable);
    }

    private static Alarm StandIn(DedupKey key, string? contributor, string name, string reason, AlarmMessage message) => new()
    {
        Key = key,
        Name = name,
        State = AlarmState.Alarm,
        Reason = reason,
        ChangedAt = message.SentAt,
        Contributor = contributor is null ? null : new AlarmContributor(contributor, new Dictionary<string, string>()),
    };

    private static string Identity(AlarmMessage message) =>
        message.MessageId ?? Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(message.Text)))[..16];
}
