using Incidents.Adapters.CommandLine.Inspection;

namespace Incidents.Cli.Doctor.Stack;

/// <summary>Whether what is stored is safe, and whether anything waits that should have been handled.</summary>
internal static class DataSafetyCheck
{
    public static async Task<IReadOnlyList<Finding>> Table(StackCheckContext context, CancellationToken cancellation)
    {
        if (context.Resource("IncidentTable") is not { } table)
        {
            return [new Finding(Level.Error, "the stack has no table: nothing is stored", "deploy this version")];
        }

        var safety = await new TableReader(context.Account).Safety(table, cancellation);
        List<Finding> bad =
        [
            .. safety.Status is "ACTIVE" or "UPDATING" ? Array.Empty<Finding>() : [new Finding(Level.Error, $"the table {table} is {safety.Status}", "docs/operate.md, \"Restore from point-in-time recovery\"")],
            .. safety.HasPointInTimeRecovery ? Array.Empty<Finding>() : [new Finding(Level.Error, $"the table {table} has no point-in-time recovery", $"aws dynamodb update-continuous-backups --table-name {table} --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true")],
            .. safety.IsProtected ? Array.Empty<Finding>() : [new Finding(Level.Error, $"the table {table} is not protected from being deleted", $"aws dynamodb update-table --table-name {table} --deletion-protection-enabled")],
        ];
        return bad.Count == 0 ? [new Finding(Level.Good, "the table has point-in-time recovery and deletion protection")] : bad;
    }

    public static async Task<IReadOnlyList<Finding>> Queues(StackCheckContext context, CancellationToken cancellation)
    {
        var reader = new QueueReader(context.Account);
        var findings = new List<Finding>();
        if (context.Resource("AlarmParkedQueue") is { } parked && await reader.Waiting(parked, cancellation) is > 0 and var lost)
        {
            findings.Add(new Finding(Level.Error, $"{lost} alarms were given up and wait in the parked queue: nobody has been paged for them", "follow runbooks/pager-parked-queue-filled.md"));
        }

        if (context.Resource("AlarmRetryQueue") is { } retry && await reader.Waiting(retry, cancellation) is > 0 and var waiting)
        {
            findings.Add(new Finding(Level.Warning, $"{waiting} alarms wait to be tried again", "ask again in two minutes; if they stay, follow runbooks/pager-retry-queue-old.md"));
        }

        return findings.Count == 0 ? [new Finding(Level.Good, "no alarm waits to be tried again, none was given up")] : findings;
    }
}
