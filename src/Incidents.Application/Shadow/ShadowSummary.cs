using Incidents.Application.Notifications;
using Incidents.Application.SlackMarkup;
using Incidents.Domain.Services;
using NodaTime;

namespace Incidents.Application.Shadow;

/// <summary>The summary as its channel reads it.</summary>
internal static class ShadowSummary
{
    /// <summary>After the mark of shadow mode: `checkout since Mon 14 Sep 09:00 (UTC): 2 incidents. Would have paged Ana 3 times (1 out of hours), Ben once.`</summary>
    public static Mrkdwn Of(IReadOnlyList<Service> services, ShadowCount found, ZonedDateTime since)
    {
        var head = Mrkdwn.Of($"{ShadowWords.Mark} · {string.Join(", ", services.Select(service => service.Name))} since {new CardTimes(since.Zone).Date(since.ToInstant())}");
        var incidents = found.Opened switch
        {
            0 => "no new incident",
            1 => "one incident",
            var several => $"{several} incidents",
        };
        return Mrkdwn.Of($"{head}: {incidents}. Would have paged {(found.People.Count == 0 ? "nobody" : string.Join(", ", found.People.Select(Said)))}.");
    }

    private static string Said(ShadowPerson person) =>
        $"{person.Name} {(person.Times == 1 ? "once" : $"{person.Times} times")}{(person.OutOfHours > 0 ? $" ({person.OutOfHours} out of hours)" : "")}";
}
