using Incidents.Adapters.CommandLine.Inspection;
using Incidents.Cli.Stacks;

namespace Incidents.Cli.Doctor.Stack;

/// <summary>Turns a check that AWS did not answer into a finding: what was not checked never counts as good.</summary>
internal static class UnreportedFinding
{
    public static async Task<IReadOnlyList<Finding>> Guard(Func<Task<IReadOnlyList<Finding>>> check)
    {
        try
        {
            return await check();
        }
        catch (UnreportedException failure)
        {
            return [Of(failure)];
        }
    }

    public static Finding Of(UnreportedException failure)
    {
        var (what, fix) = UnreportedProblem.Of(failure);
        return new Finding(Level.Error, what, fix) { IsSilence = failure.IsSilence };
    }
}
