using Incidents.Domain;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Cli.Simulation;

/// <summary>A page that would have been sent.</summary>
/// <param name="Person">Id of the person, or the word for none: for the fallback topic, and for a card without mentions.</param>
/// <param name="Step">Step of the policy; 0 is the catch-all.</param>
/// <param name="Round">1 the first time through the steps.</param>
/// <param name="OutOfHours">Before 08:00, from 18:00 on, or at a weekend, where the person is.</param>
internal sealed record SimulatedPage(
    Instant At, IncidentNumber Incident, ServiceId Service, string Title, Severity Severity, PersonId Person, string Name, string Channel, int Step, int Round, bool OutOfHours)
{
    /// <summary>Why it was sent, in words.</summary>
    public string By => (Step, Round) switch
    {
        (0, _) => "catch-all",
        (_, 1) => $"step {Step}",
        _ => $"step {Step}, repeat {Round - 1}",
    };
}
