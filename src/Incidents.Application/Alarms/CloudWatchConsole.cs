using System.Text.RegularExpressions;
using Incidents.Domain.Alarms;

namespace Incidents.Application.Alarms;

/// <summary>Addresses in the AWS console.</summary>
public static partial class CloudWatchConsole
{
    /// <summary>The page of an alarm; null when its region is not known, or its partition has no console known here.</summary>
    public static Uri? AlarmPage(Alarm alarm)
    {
        var region = alarm.Origin.Region;
        return RegionCode().IsMatch(region) && Host(alarm.Origin.Partition) is { } host
            ? new Uri($"https://{region}.{host}/cloudwatch/home?region={region}#alarmsV2:alarm/{Uri.EscapeDataString(alarm.Name)}")
            : null;
    }

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
