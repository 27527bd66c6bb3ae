using NodaTime;

namespace Incidents.Domain.OnCall;

/// <summary>Who is on call, until when, and who then.</summary>
/// <param name="People">On call now; empty in a gap.</param>
/// <param name="Until">The instant of the next hand-off; null when nothing changes within two years.</param>
/// <param name="Next">On call from <paramref name="Until"/> on; empty when a gap begins then. The same people when nothing changes.</param>
public sealed record Duty(PersonSet People, Instant? Until, PersonSet Next);
