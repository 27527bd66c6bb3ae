using Incidents.Application.Actions;
using Incidents.Application.Store;
using Incidents.Domain.Configuration;
using Incidents.Web.Words;

namespace Incidents.Web.Api;

/// <summary>What became of several incidents, in the order they were given.</summary>
internal sealed record SeveralResource(IReadOnlyList<SeveralItem> Items);

/// <summary>What became of one of them.</summary>
/// <param name="Number">`INC-142`.</param>
/// <param name="Done">Whether it was changed.</param>
/// <param name="Problem">Why it was not, in words.</param>
/// <param name="Refusal">The name of that reason, as the answer for one incident has it.</param>
/// <param name="Incident">As it is now; null when it does not exist or could not be read.</param>
internal sealed record SeveralItem(string Number, bool Done, string? Problem, string? Refusal, IncidentSummary? Incident)
{
    /// <param name="settings">Null when it cannot be read.</param>
    public static SeveralItem Of(SeveralResult result, OnCallConfiguration? settings) => new(
        result.Number.ToString(),
        result.Problem is null,
        result.Problem,
        result.Change is ChangeResult.Ignored ignored ? Names.Of(ignored.Refusal) : null,
        result.Change switch
        {
            ChangeResult.Changed changed => IncidentSummary.Answer(changed.After.Incident, settings),
            ChangeResult.Ignored { Record: var record } when record.Incident.Number == result.Number => IncidentSummary.Of(record.Incident, PersonNames.In(settings)),
            _ => null,
        });
}
