using Incidents.Adapters.CommandLine.Inspection;
using Incidents.Application.Time;

namespace Incidents.Cli.Doctor.Stack;

/// <summary>When the people of a stack confirmed a test page last, by its table.</summary>
internal static class StackTestPages
{
    public static async Task<IReadOnlyList<Finding>> Look(StackVisit visit, CancellationToken cancellation) => visit.Resource("IncidentTable") is { } table && visit.Configuration is { } configuration
        ? TestPagesConfirmed.Judge(configuration, await new TableReader(visit.Account).TestPagesConfirmed(table, cancellation), visit.Clock.Now())
        : [];
}
