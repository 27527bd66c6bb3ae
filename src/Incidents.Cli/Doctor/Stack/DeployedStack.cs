using Incidents.Adapters.Aws;
using Incidents.Adapters.CommandLine.Inspection;
using Incidents.Domain.Configuration;

namespace Incidents.Cli.Doctor.Stack;

/// <summary>Looks at a deployed stack with the caller's credentials. It only reads.</summary>
/// <param name="endpoint">Where a service answers.</param>
internal sealed class DeployedStack(AwsAccount account, Func<AwsService, Uri> endpoint, TimeProvider clock)
{
    private static readonly Func<StackVisit, CancellationToken, Task<IReadOnlyList<Finding>>>[] Checks =
    [
        Ticks.Look,
        Subscriptions.Look,
        Publishers.Look,
        Secrets.Look,
        Reach.Look,
        (visit, _) => Task.FromResult(StackChannels.Look(visit)),
        Allowances.Phone,
        Allowances.Mail,
        Watch.Look,
        Kept.Table,
        Kept.Queues,
        StackTestPages.Look,
    ];

    /// <summary>What is found, in the order in which it should be mended.</summary>
    /// <param name="configuration">Null when it has mistakes, which `check` reports.</param>
    public async Task<IReadOnlyList<Finding>> Look(string name, string region, OnCallConfiguration? configuration, CancellationToken cancellation)
    {
        var time = await LocalClock.Look(endpoint(AwsService.CloudFormation), clock, cancellation);
        try
        {
            return await new StackReader(account).Read(name, cancellation) is { } stack
                ? [.. time, .. StackState.Judge(name, stack), .. await All(new StackVisit(name, account, stack, configuration, clock), cancellation)]
                : [.. time, new Finding(Level.Error, $"there is no stack {name} in {region}", "deploy it, or name it with --stack and its region with --region")];
        }
        catch (NotToldException failure)
        {
            return [.. time, NotTold.Of(failure)];
        }
    }

    private static async Task<IEnumerable<Finding>> All(StackVisit visit, CancellationToken cancellation)
    {
        var found = await Task.WhenAll(Checks.Select(check => NotTold.Guard(() => check(visit, cancellation))));
        return found.SelectMany(findings => findings);
    }
}
