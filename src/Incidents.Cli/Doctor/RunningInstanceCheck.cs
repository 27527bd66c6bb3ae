using Incidents.Adapters.CommandLine.Api;

namespace Incidents.Cli.Doctor;

/// <summary>Whether the incident manager of a data directory runs, sweeps, reaches its store and agrees on the time.</summary>
internal static class RunningInstanceCheck
{
    /// <summary>Signatures of Slack and SNS are refused beyond minutes; a clock that is off by this is on its way there.</summary>
    private static readonly TimeSpan MostSkew = TimeSpan.FromSeconds(30);

    public static async Task<IReadOnlyList<Finding>> Look(DataDirectory data, TimeProvider clock, CancellationToken cancellation)
    {
        if (data.LastAt() is not { } address)
        {
            return [new Finding(Level.Error, $"nothing has run on {data.Path}", "./incidents up, or name another folder with --data")];
        }

        if (!data.IsInUse())
        {
            return [new Finding(Level.Error, $"nothing runs on {data.Path}; what ran there last listened at {address}", "./incidents up")];
        }

        return await HealthProbe.Ask(address, clock, cancellation) is { } health
            ? Judge(address, health)
            : [new Finding(Level.Error, $"no answer from {address}healthz within five seconds", "./incidents up")];
    }

    public static IReadOnlyList<Finding> Judge(Uri address, HealthAnswer health) => [Store(address, health), Sweep(health), .. Clock(health)];

    private static Finding Store(Uri address, HealthAnswer health) => health switch
    {
        { IsUnwritable: true } => new Finding(Level.Error, $"{address} answers, and its store takes no writes", "make room on the disk of the data directory, or mend its permissions: the terminal of `up` says which"),
        { Status: 200 } or { IsLate: true } => new Finding(Level.Good, $"{address} answers, and its store does"),
        { Status: 503 } => new Finding(Level.Error, $"{address} answers, and its store does not", "stop `up` and start it again; incidents are safe in the data directory"),
        _ => new Finding(Level.Error, $"{address}healthz answers {health.Status}: something else listens there", "start `up` with another --port"),
    };

    private static Finding Sweep(HealthAnswer health) => health switch
    {
        { IsLate: true, SweepAge: { } age } => new Finding(Level.Error, $"the last sweep was {age.TotalSeconds:F0} s ago: pages are late", "stop `up` and start it again; look for errors in its terminal"),
        { IsLate: true } => new Finding(Level.Error, "no sweep has ever finished: pages are late", "stop `up` and start it again; look for errors in its terminal"),
        { SweepAge: { } age } => new Finding(Level.Good, $"the last sweep was {age.TotalSeconds:F0} s ago"),
        _ => new Finding(Level.Warning, "nobody knows when the last sweep was", "ask again in a minute"),
    };

    private static IEnumerable<Finding> Clock(HealthAnswer health)
    {
        if (health.Skew is { } skew)
        {
            yield return skew.Duration() > MostSkew
                ? new Finding(Level.Error, $"its clock and this one are {skew.Duration().TotalSeconds:F0} s apart: signatures will be refused", "set both by NTP")
                : new Finding(Level.Good, "its clock and this one agree");
        }
    }
}
