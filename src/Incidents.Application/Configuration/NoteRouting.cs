using Incidents.Application.Alarms;
using Incidents.Domain;
using Incidents.Domain.Alarms;

namespace Incidents.Application.Configuration;

/// <summary>From a message that is no alarm to the service it belongs to, and how much it matters.</summary>
public static class NoteRouting
{
    /// <summary>
    /// The service that claims one of the names of what it is about, as it would an alarm's, or has such a name for its id; else the catch-all. A rule for
    /// messages goes before what the sender says, and without either it is a Sev4.
    /// </summary>
    /// <param name="asAlarm">The message in an alarm's form, as it is routed.</param>
    public static Route RouteNote(this OnCallConfiguration configuration, ParsedMessage.Note note, string? subject, Alarm asAlarm)
    {
        IReadOnlyList<string> names = [note.ServiceHint ?? note.Title, .. note.Names];
        var service = names.Select(name => configuration.Route(asAlarm with { Name = name }).Service).FirstOrDefault(found => found.Id != CatchAll.ServiceId)
            ?? configuration.Services.Values.FirstOrDefault(one => names.Contains(one.Id, StringComparer.OrdinalIgnoreCase))
            ?? configuration.CatchAll.Service;
        string[] subjects = [.. new[] { subject, note.EventType, note.Title }.OfType<string>()];
        return service.SeverityRules.FirstOrDefault(one => one.FitsMessage(note.Source, subjects, names, note.Text)) is { } rule
            ? new Route(service, rule.Severity, $"{rule.Severity} by the service's rules")
            : new Route(service, note.Severity ?? Severity.Sev4, note.Severity is { } own ? $"{own} by its sender" : "Sev4 for what is no alarm");
    }
}
