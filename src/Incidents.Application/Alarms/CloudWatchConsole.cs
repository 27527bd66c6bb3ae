using System.Text.RegularExpressions;
using Incidents.Domain.Alarms;

namespace Incidents.Application.Alarms;

/// <summary>Addresses in the AWS console.</summary>
public static partial class CloudWatchConsole
{
    /// <summary>The page of an alarm; null when its region is not known, or its partition has no console known here.</summary>
    public static Uri? AlarmPage(Alarm alarm) => alarm.Origin is { } origin ? AlarmPage(origin, alarm.Name) : null;

    /// <summary>The page of an alarm of which only the ARN is known; null also for a key that is none.</summary>
    public static Uri? AlarmPage(DedupKey key) => AlarmArn.Parse(key.Value) is { } arn ? AlarmPage(arn.Origin, arn.Name) : null;

    /// <summary>The page of a trace in X-Ray; null when the region is not known, or no trace was kept.</summary>
    /// <param name="trace">32 hexadecimal digits, or null.</param>
    /// <param name="topic">ARN of the topic the alarm came in by: the trace is where that is.</param>
    public static Uri? TracePage(string? trace, string? topic) =>
        trace is { Length: 32 } && trace.All(char.IsAsciiHexDigitLower)
        && topic?.Split(':') is ["arn", var partition, "sns", var region, ..] && RegionCode().IsMatch(region) && Host(partition) is { } host
            ? new Uri($"https://{region}.{host}/cloudwatch/home?region={region}#xray:traces/1-{trace[..8]}-{trace[8..]}")
            : null;

    private static Uri? AlarmPage(AlarmOrigin origin, string name) =>
        RegionCode().IsMatch(origin.Region) && Host(origin.Partition) is { } host
            ? new Uri($"https://{origin.Region}.{host}/cloudwatch/home?region={origin.Region}#alarmsV2:alarm/{Uri.EscapeDataString(name)}")
            : null;

    private static string? Host(string partition) => partition switch
    {
        "aws" => "console.aws.amazon.com",
        "aws-cn" => "console.amazonaws.cn",
        "aws-us-gov" => "console.amazonaws-us-gov.com",
        _ => null,
    };

    // The region becomes part of a host name, so nothing but a region may pass.
    [GeneratedRegex(@"^[a-z]{2,4}(-[a-z]{2,16}){1,2}-[0-9]{1,2}\z", RegexOptions.NonBacktracking)]
    private static partial Regex RegionCode();
}
