using Incidents.Adapters.CommandLine.Inspection;
using Incidents.Application.Time;

namespace Incidents.Cli.Doctor.Stack;

/// <summary>When the people of a stack confirmed a test page last, by its table.</summary>
internal static class StackTestPageCheck
{
    public static async Task<IReadOnlyList<Finding>> Look(StackCheckContext context, CancellationToken cancellation) => context.Resource("IncidentTable") is { } table && context.Configuration is { } configuration
        ? TestPagesConfirmed.Judge(configuration, await new TableReader(context.Account).TestPagesConfirmed(table, cancellation), context.Clock.Now())
        : [];
}
