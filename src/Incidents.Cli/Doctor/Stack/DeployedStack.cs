using Incidents.Adapters.Aws;
using Incidents.Adapters.CommandLine.Inspection;
using Incidents.Domain.Configuration;

namespace Incidents.Cli.Doctor.Stack;

/// <summary>Looks at a deployed stack with the caller's credentials. It only reads.</summary>
/// <param name="endpoint">Where a service answers.</param>
internal sealed class DeployedStack(AwsAccount account, Func<AwsService, Uri> endpoint, TimeProvider clock)
{
    private static readonly Func<StackCheckContext, CancellationToken, Task<IReadOnlyList<Finding>>>[] Checks =
    [
        TickCheck.Look,
        SubscriptionCheck.Look,
        PublisherCheck.Look,
        SecretsCheck.Look,
        ApiReachabilityCheck.Look,
        (context, _) => Task.FromResult(ChannelPermissionCheck.Look(context)),
        SendingLimitsCheck.Phone,
        SendingLimitsCheck.Mail,
        AlarmWiringCheck.Look,
        DataSafetyCheck.Table,
        DataSafetyCheck.Queues,
        StackTestPageCheck.Look,
    ];

    /// <summary>What is found, in the order in which it should be mended.</summary>
    /// <param name="configuration">Null when it has mistakes, which `check` reports.</param>
    public async Task<IReadOnlyList<Finding>> Look(string name, string region, OnCallConfiguration? configuration, CancellationToken cancellation)
    {
        var time = await ClockCheck.Look(endpoint(AwsService.CloudFormation), clock, cancellation);
        try
        {
            return await new StackReader(account).Read(name, cancellation) is { } stack
                ? [.. time, .. StackStateCheck.Judge(name, stack), .. await All(new StackCheckContext(name, account, stack, configuration, clock), cancellation)]
                : [.. time, new Finding(Level.Error, $"there is no stack {name} in {region}", "deploy it, or name it with --stack and its region with --region")];
        }
        catch (UnreportedException failure)
        {
            return [.. time, UnreportedFinding.Of(failure)];
        }
    }

    private static async Task<IEnumerable<Finding>> All(StackCheckContext context, CancellationToken cancellation)
    {
        var found = await Task.WhenAll(Checks.Select(check => UnreportedFinding.Guard(() => check(context, cancellation))));
        return found.SelectMany(findings => findings);
    }
}
