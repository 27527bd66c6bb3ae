using Incidents.Application.Time;
using Incidents.Domain;
using NodaTime;

namespace Incidents.Cli.Simulation;

/// <summary>One message that would have reached one person: a page, however many incidents it covers, or a mention in the team's channel.</summary>
/// <param name="Person">Id of the person.</param>
/// <param name="OutOfHours">As for <see cref="SimulatedPage"/>.</param>
internal sealed record SimulatedMessage(Instant At, PersonId Person, string Name, string Channel, bool OutOfHours)
{
    public static SimulatedMessage To(PersonId person, string name, DateTimeZone zone, string channel, Instant at) =>
        new(at, person, name, channel, !OfficeHours.Contain(at, zone));
}
