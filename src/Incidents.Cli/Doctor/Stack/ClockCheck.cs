using Incidents.Adapters.CommandLine.Inspection;

namespace Incidents.Cli.Doctor.Stack;

/// <summary>Whether this machine and AWS agree on the time.</summary>
internal static class ClockCheck
{
    /// <summary>AWS and Slack refuse signatures beyond five minutes; a clock that is off by this is on its way there.</summary>
    private static readonly TimeSpan MostSkew = TimeSpan.FromSeconds(30);

    /// <param name="aws">Any address of AWS: every answer carries the time.</param>
    public static async Task<IReadOnlyList<Finding>> Look(Uri aws, TimeProvider clock, CancellationToken cancellation) =>
        await AddressProbe.Ask(aws, clock, cancellation) switch
        {
            { Skew: { } skew } when skew.Duration() > MostSkew => [new Finding(Level.Error, $"this machine's clock and that of AWS are {skew.Duration().TotalSeconds:F0} s apart: signatures will be refused", "set this machine's clock by NTP")],
            { Skew: not null } => [new Finding(Level.Good, "this machine's clock and that of AWS agree")],
            _ => [new Finding(Level.Warning, $"{aws} did not tell the time", "look whether this machine reaches AWS")],
        };
}
