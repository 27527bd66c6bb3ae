using Incidents.Domain.Escalation;

namespace Incidents.Domain.Services;

/// <summary>Who hears of it when nobody else does: alarms no service claims, and policies with nobody on call.</summary>
/// <param name="Service">The service unclaimed alarms are counted to.</param>
/// <param name="Steps">Tried in order until one reaches somebody.</param>
public sealed record CatchAll(Service Service, IReadOnlyList<EscalationStep> Steps)
{
    /// <summary>Id of the catch-all's service; no other service can have it.</summary>
    public const string ServiceId = "catch-all";
}
