using NodaTime;
using NodaTime.Text;

namespace Incidents.Application.Calendars.Text;

/// <summary>Instants as calendars write them: `20260914T090000Z`.</summary>
internal static class UtcText
{
    private static readonly InstantPattern Pattern = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    public static string Of(Instant at) => Pattern.Format(at);
}
