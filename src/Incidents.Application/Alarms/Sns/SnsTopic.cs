namespace Incidents.Application.Alarms.Sns;

/// <summary>Where a topic lives, as far as its ARN tells: `arn:{partition}:sns:{region}:{account}:{name}`.</summary>
internal static class SnsTopic
{
    /// <summary>The only host that may sign or confirm for the topic; null for an ARN of no known form.</summary>
    public static string? HostOf(string topicArn) => topicArn.Split(':') switch
    {
        ["arn", "aws" or "aws-us-gov", "sns", var region, _, _] when IsRegion(region) => $"sns.{region}.amazonaws.com",
        ["arn", "aws-cn", "sns", var region, _, _] when IsRegion(region) => $"sns.{region}.amazonaws.com.cn",
        _ => null,
    };

    private static bool IsRegion(string text) =>
        text.Length is >= 9 and <= 20 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
