using System.Text;
using Incidents.Cli.Coverage;
using Incidents.Cli.Simulation;
using Incidents.Domain.Alarms;

namespace Incidents.Cli.Checking;

/// <summary>Names of alarms out of a file: a history as `simulate` reads it, or what `aws cloudwatch describe-alarms` printed.</summary>
/// <param name="Source">The file, as the user typed it.</param>
/// <param name="Known">Each name once for each account and region, in order.</param>
/// <param name="Unusable">What could not be read, each with its place.</param>
internal sealed record AlarmNames(string Source, IReadOnlyList<NamedAlarm> Known, IReadOnlyList<string> Unusable)
{
    /// <summary>Each name once, in order.</summary>
    public IReadOnlyList<string> Names { get; } = [.. Known.Select(alarm => alarm.Name).Distinct()];

    public static AlarmNames Read(string source, byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        if (text.Contains("\"MetricAlarms\"", StringComparison.Ordinal) || text.Contains("\"CompositeAlarms\"", StringComparison.Ordinal))
        {
            var listing = AlarmListing.Read(source, bytes);
            return new AlarmNames(source, InOrder(listing.Alarms.Where(alarm => !alarm.IsTargetTracking).Select(alarm => new NamedAlarm(alarm.Name, alarm.Arn.Origin))), listing.Problems);
        }

        var history = AlarmHistory.Read(text, AlarmPlace.Unknown);
        return new AlarmNames(source, InOrder(history.Alarms.Where(alarm => alarm.Fires is not null).Select(alarm => new NamedAlarm(alarm.Fires!, alarm.Origin))), [.. history.Unusable.Select(line => $"{source}: {line}")]);
    }

    private static IReadOnlyList<NamedAlarm> InOrder(IEnumerable<NamedAlarm> alarms) =>
        [.. alarms.Distinct().OrderBy(alarm => alarm.Name, StringComparer.Ordinal).ThenBy(alarm => $"{alarm.Origin?.Account}/{alarm.Origin?.Region}", StringComparer.Ordinal)];
}

/// <summary>An alarm by its name.</summary>
/// <param name="Origin">Null where the file does not say.</param>
internal sealed record NamedAlarm(string Name, AlarmOrigin? Origin);
