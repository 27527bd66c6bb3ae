using System.Text;
using Incidents.Cli.Coverage;
using Incidents.Cli.Simulation;

namespace Incidents.Cli.Checking;

/// <summary>Names of alarms out of a file: a history, one message a line, or what `aws cloudwatch describe-alarms` printed.</summary>
/// <param name="Source">The file, as the user typed it.</param>
/// <param name="Names">Each once, in order.</param>
/// <param name="Unusable">What could not be read, each with its place.</param>
internal sealed record AlarmNames(string Source, IReadOnlyList<string> Names, IReadOnlyList<string> Unusable)
{
    public static AlarmNames Read(string source, byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        if (text.Contains("\"MetricAlarms\"", StringComparison.Ordinal) || text.Contains("\"CompositeAlarms\"", StringComparison.Ordinal))
        {
            var listing = AlarmListing.Read(source, bytes);
            return new AlarmNames(source, InOrder(listing.Alarms.Where(alarm => !alarm.IsTargetTracking).Select(alarm => alarm.Name)), listing.Problems);
        }

        var history = AlarmHistory.Read(text.Split('\n'));
        return new AlarmNames(source, InOrder(history.Alarms.Select(alarm => alarm.Fires).OfType<string>()), [.. history.Unusable.Select(line => $"{source}: {line}")]);
    }

    private static IReadOnlyList<string> InOrder(IEnumerable<string> names) => [.. names.Distinct().Order(StringComparer.Ordinal)];
}
