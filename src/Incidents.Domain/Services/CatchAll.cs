using Incidents.Domain.Escalation;

namespace Incidents.Domain.Services;

/// <summary>Who is paged for the rest: alarms no service claims, and policies without people on call.</summary>
/// <param name="Service">The service unclaimed alarms are counted to.</param>
/// <param name="Steps">Tried in order until one reaches a person.</param>
public sealed record CatchAll(Service Service, IReadOnlyList<EscalationStep> Steps)
{
    /// <summary>Id of the catch-all's service; no other service can have it.</summary>
    public static ServiceId Id { get; } = new("catch-all");
}
