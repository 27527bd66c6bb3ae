using Incidents.Application.Notifications;
using Incidents.Application.SlackMarkup;
using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Schedules.HandOffs;

/// <summary>What a channel reads when a shift begins.</summary>
internal static class HandOffWords
{
    private const int MostIncidents = 10;

    /// <param name="before">Ids of those who were on call at the last notice; they may be gone from the configuration.</param>
    /// <param name="open">What the schedule's services have open, newest first.</param>
    public static IReadOnlyList<Mrkdwn> Of(OnDuty duty, IReadOnlyList<PersonId> before, IReadOnlyList<Incident> open, OnCallConfiguration settings) =>
        [Mrkdwn.Of($"{duty.Schedule.Name}: {Change(duty, before, settings)}{Until(duty)}."), .. Incidents(open, settings).Select(Mrkdwn.Text)];

    private static string Change(OnDuty duty, IReadOnlyList<PersonId> before, OnCallConfiguration settings)
    {
        var was = Names(before.Select(settings.NameOf));
        var now = Names(duty.People.Select(person => person.Name));
        return (before.Count, duty.People.Count) switch
        {
            (_, 0) => $"{was} {(before.Count == 1 ? "is" : "are")} off call and nobody takes over",
            (0, var people) => $"{now} {(people == 1 ? "is" : "are")} on call after a time without anybody",
            (1, _) => $"{was} hands over to {now}",
            _ => $"{was} hand over to {now}",
        };
    }

    private static Mrkdwn Until(OnDuty duty) =>
        duty.Until is { } until ? Mrkdwn.Of($", until {new CardTimes(duty.Schedule.TimeZone).Date(until)}") : Mrkdwn.Empty;

    private static IEnumerable<string> Incidents(IReadOnlyList<Incident> open, OnCallConfiguration settings)
    {
        if (open.Count == 0)
        {
            yield return "No incident is open.";
            yield break;
        }

        yield return open.Count == 1 ? "One incident is open:" : $"{open.Count} incidents are open:";
        foreach (var incident in open.Take(MostIncidents))
        {
            var has = incident is { Status: IncidentStatus.Acknowledged, AcknowledgedBy: { } by } ? $"{by.Name} has it" : "nobody has it";
            yield return $"• {incident.Number} {incident.Severity} {settings.ServiceOf(incident).Name}: {incident.Title} ({has})";
        }

        if (open.Count > MostIncidents)
        {
            yield return $"And {open.Count - MostIncidents} more: incidents list";
        }

        yield return "Take over: incidents ack INC-…";
    }

    private static string Names(IEnumerable<string> names)
    {
        string[] all = [.. names];
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }
}
