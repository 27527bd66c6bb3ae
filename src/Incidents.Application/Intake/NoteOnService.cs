using Incidents.Application.Alarms;
using Incidents.Application.Notifications;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;
using Incidents.Domain.Services;

namespace Incidents.Application.Intake;

/// <summary>A deployment, build, scan or task says what became of it: a line in the story of what is going on with its service.</summary>
/// <remarks>It causes no mention and no page. What is wrong because of it has alarms that fire.</remarks>
public sealed class NoteOnService(IIncidentStore store, IncidentChanges changes)
{
    /// <returns>Null when no incident of the service is open.</returns>
    /// <exception cref="StoreUnavailableException">Nothing is written; the message must be delivered again.</exception>
    internal async Task<AlarmOutcome?> Handle(RoutedAlarm signal, ParsedMessage.Note note, AlarmContext context, CancellationToken cancellation)
    {
        foreach (var number in context.CandidateIncidents().Concat(signal.Service.Id == CatchAll.Id ? [] : context.OfService()).Distinct())
        {
            if (await store.Load(number, member: null, cancellation) is { Incident: { IsOpen: true } incident } record && IsAbout(incident, signal))
            {
                return await Write(record, Words(note), cancellation);
            }
        }

        return null;
    }

    /// <summary>What the service's alarms or people say is going on, or an incident that the same deployment opened before.</summary>
    private static bool IsAbout(Incident incident, RoutedAlarm signal) =>
        incident.Source is IncidentSource.Alarm or IncidentSource.Declared || incident.Opener?.Member.Key == signal.Alarm.Key;

    private async Task<AlarmOutcome> Write(IncidentRecord record, string words, CancellationToken cancellation)
    {
        var number = record.Incident.Number;
        if ((await store.Timeline(number, cancellation)).Any(entry => entry.Event is NoteAdded { Text: var text } && text == words))
        {
            return AlarmOutcome.Ignored(record, Refusal.RepeatedChange);
        }

        return await changes.Apply(number, (now, at) => Responding.Remark(now.Incident, words, at), cancellation) is ChangeResult.Changed changed
            ? new AlarmOutcome(AlarmDecision.Ignored, changed.After, $"a note on {number}")
            : new AlarmOutcome(AlarmDecision.Ignored, record, "nothing to note it on");
    }

    private static string Words(ParsedMessage.Note note) => Shorten.To(note.Text.Length == 0 ? note.Title : $"{note.Title}\n{note.Text}", LongestNote);

    private const int LongestNote = 2_000;
}
