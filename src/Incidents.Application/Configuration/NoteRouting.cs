using Incidents.Application.Alarms;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Configuration;
using Incidents.Domain.Services;

namespace Incidents.Application.Configuration;

/// <summary>From a message that is no alarm to the service it belongs to, and how much it matters.</summary>
public static class NoteRouting
{
    /// <summary>
    /// The service that claims one of the names of what it is about, as it would an alarm's, or has such a name for its id, or takes all of its account or region; else the catch-all. A rule for
    /// messages goes before what the sender says, and without either it is a Sev4.
    /// </summary>
    /// <param name="asAlarm">The message in an alarm's form, as it is routed.</param>
    public static Route RouteNote(this OnCallConfiguration configuration, ParsedMessage.Note note, string? subject, Alarm asAlarm)
    {
        IReadOnlyList<string> names = [note.ServiceHint ?? note.Title, .. note.Names];
        Service[] claiming = [.. names.Select(name => configuration.Route(asAlarm with { Name = name }).Service).Where(found => found.Id != CatchAll.Id)];
        var service = claiming.FirstOrDefault(found => found.Alarms.Count + found.AlarmTags.Count > 0)
            ?? configuration.Services.Values.FirstOrDefault(one => names.Contains(one.Id.Value, StringComparer.OrdinalIgnoreCase))
            ?? claiming.FirstOrDefault()
            ?? configuration.CatchAll.Service;
        var account = configuration.Accounts.GetValueOrDefault(note.Origin?.Account ?? "");
        string[] subjects = [.. new[] { subject, note.EventType, note.Title }.OfType<string>()];
        return service.SeverityRules.FirstOrDefault(one => one.FitsMessage(note.Origin, note.Source, subjects, names, note.Text) && (account?.Severity is null || one.Places.Accounts.Count > 0)) is { } rule
            ? new Route(service, rule.Severity, $"{rule.Severity} by the service's rules")
            : account?.Severity is { } severity ? new Route(service, severity, $"{severity} by the account {account.Name}")
            : new Route(service, note.Severity ?? Severity.Sev4, note.Severity is { } own ? $"{own} by its sender" : "Sev4 for what is no alarm");
    }
}
