using Incidents.Application.Briefing;
using Incidents.Application.Configuration;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Application.Shadow;

/// <summary>The summary as its channel reads it.</summary>
internal static class ShadowSummary
{
    private static readonly ZonedDateTimePattern Local = ZonedDateTimePattern.CreateWithInvariantCulture("ddd d MMM HH:mm '('z')'", DateTimeZoneProviders.Tzdb);

    /// <summary>`SHADOW, nobody is paged · checkout since Mon 14 Sep 09:00 (Etc/UTC): 2 incidents. Would have paged Ana 3 times (1 out of hours), Ben once.`</summary>
    public static string Of(IReadOnlyList<Service> services, ShadowCount found, ZonedDateTime since)
    {
        var head = $"{ShadowWords.Mark} · {string.Join(", ", services.Select(service => service.Name))} since {Local.Format(since)}";
        var incidents = found.Opened switch
        {
            0 => "no new incident",
            1 => "one incident",
            var several => $"{several} incidents",
        };
        return $"{head}: {incidents}. Would have paged {(found.People.Count == 0 ? "nobody" : string.Join(", ", found.People.Select(Said)))}.";
    }

    private static string Said(ShadowPerson person) =>
        $"{person.Name} {(person.Times == 1 ? "once" : $"{person.Times} times")}{(person.OutOfHours > 0 ? $" ({person.OutOfHours} out of hours)" : "")}";
}
