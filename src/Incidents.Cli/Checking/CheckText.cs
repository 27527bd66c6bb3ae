using System.Globalization;
using Incidents.Cli.Answers;
using Incidents.Cli.Terminal;
using Incidents.Domain.Configuration;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Cli.Checking;

/// <summary>A check for people: every problem on a line that editors make a link of, then what only the catch-all would hear.</summary>
internal static class CheckText
{
    private const int MostIntervals = 3;

    public static IEnumerable<StyledText> Lines(CheckReport report) =>
    [
        .. report.Problems.Select(Painted.Problem),
        .. report.Alarms is { } alarms ? Of(alarms) : [],
        .. report.Services.Where(service => service.OnlyCatchAll.Count > 0).Select(Of),
        StyledText.Of(report.Verdict, report.IsGood ? report.HasWarnings ? Colour.Yellow : Colour.Green : Colour.Red),
    ];

    private static IEnumerable<string> Of(ClaimedAlarms alarms) =>
    [
        .. alarms.All.Unusable,
        .. alarms.Unclaimed.Select(name => $"{alarms.All.Source}: warning: no service claims the alarm \"{name}\", so the catch-all is paged{(alarms.TagsCount ? " unless it carries the `alarm_tags` of one" : "")}. Add a pattern for it to the `alarms` of a service."),
        .. alarms.Shared.Select(one => $"{alarms.All.Source}: warning: \"{one.Pattern}\" of {one.Service} claims alarms of {one.Accounts.Count} accounts: {string.Join(", ", one.Accounts)}. Add `account` to the service, or one service for each, if they are not the same people's."),
        string.Create(CultureInfo.InvariantCulture, $"{alarms.All.Source}: {alarms.All.Names.Count} alarms, {alarms.Unclaimed.Count} of them claimed by no service"),
    ];

    private static string Of(Staffing service)
    {
        var more = service.OnlyCatchAll.Count > MostIntervals ? $" and {service.OnlyCatchAll.Count - MostIntervals} more times" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{service.Service}: for {Staffing.Minutes(service.OnlyCatchAll):N0} minutes of the next {Staffing.Ahead.Days} days its policy pages nobody, and the catch-all is paged: {string.Join(", ", service.OnlyCatchAll.Take(MostIntervals).Select(Of))}{more}");
    }

    private static string Of(Interval interval) => $"{Minute(interval.Start)} to {Minute(interval.End)}";

    private static string Minute(Instant instant) => InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm'Z'").Format(instant);
}
