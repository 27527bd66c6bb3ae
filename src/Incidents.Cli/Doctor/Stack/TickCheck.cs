using Incidents.Adapters.CommandLine.Inspection;
using Incidents.Application.Time;
using NodaTime;

namespace Incidents.Cli.Doctor.Stack;

/// <summary>Whether Tick runs, by what Lambda counted.</summary>
internal static class TickCheck
{
    private const string Fix = "follow runbooks/pager-tick-dead.md";

    /// <summary>Lambda's counts come minutes late, so a shorter look would miss what ran.</summary>
    private static readonly Duration Span = Duration.FromMinutes(15);

    public static async Task<IReadOnlyList<Finding>> Look(StackCheckContext context, CancellationToken cancellation)
    {
        if (context.Resource("Tick") is not { } function)
        {
            return [new Finding(Level.Error, "the stack has no function Tick: what is due is never paged", "sam deploy")];
        }

        var now = context.Clock.Now();
        var reader = new WatchReader(context.Account);
        var period = new Interval(now - Span, now);
        return [Judge(await reader.Count(function, "Invocations", period, cancellation), await reader.Count(function, "Errors", period, cancellation))];
    }

    private static Finding Judge(double runs, double errors) =>
        runs == 0 ? new Finding(Level.Error, $"Tick has not run for {Span.TotalMinutes:F0} minutes: what is due is not paged", Fix)
        : errors >= runs ? new Finding(Level.Error, $"Tick fails each time, {errors:F0} times in {Span.TotalMinutes:F0} minutes: what is due is not paged", Fix)
        : errors > 0 ? new Finding(Level.Warning, $"Tick failed {errors:F0} of {runs:F0} times in {Span.TotalMinutes:F0} minutes", Fix)
        : new Finding(Level.Good, $"Tick ran {runs:F0} times in the last {Span.TotalMinutes:F0} minutes");
}
