namespace Incidents.Application.Alarms.CloudWatch;

/// <summary>
/// Region codes for the display names CloudWatch writes, which have changed over the years (`EU (Ireland)`, `EU - Ireland`,
/// `Europe (Ireland)`): the place decides.
/// </summary>
internal static class RegionNames
{
    private static readonly (string Place, string Code)[] Places =
    [
        ("nvirginia", "us-east-1"), ("ohio", "us-east-2"), ("ncalifornia", "us-west-1"), ("oregon", "us-west-2"),
        ("canadacentral", "ca-central-1"), ("calgary", "ca-west-1"), ("mexico", "mx-central-1"),
        ("saopaulo", "sa-east-1"), ("sopaulo", "sa-east-1"),
        ("ireland", "eu-west-1"), ("london", "eu-west-2"), ("paris", "eu-west-3"), ("frankfurt", "eu-central-1"),
        ("zurich", "eu-central-2"), ("stockholm", "eu-north-1"), ("milan", "eu-south-1"), ("spain", "eu-south-2"),
        ("mumbai", "ap-south-1"), ("hyderabad", "ap-south-2"), ("tokyo", "ap-northeast-1"), ("seoul", "ap-northeast-2"),
        ("osaka", "ap-northeast-3"), ("singapore", "ap-southeast-1"), ("sydney", "ap-southeast-2"),
        ("jakarta", "ap-southeast-3"), ("melbourne", "ap-southeast-4"), ("malaysia", "ap-southeast-5"),
        ("newzealand", "ap-southeast-6"), ("thailand", "ap-southeast-7"), ("hongkong", "ap-east-1"), ("taipei", "ap-east-2"),
        ("capetown", "af-south-1"), ("bahrain", "me-south-1"), ("uae", "me-central-1"), ("telaviv", "il-central-1"),
        ("beijing", "cn-north-1"), ("ningxia", "cn-northwest-1"),
        ("govcloudusgoveast", "us-gov-east-1"), ("govclouduseast", "us-gov-east-1"), ("govcloud", "us-gov-west-1"),
    ];

    /// <summary>The code for a display name, or for a code in any case; null for an unknown name.</summary>
    public static string? CodeOf(string? display)
    {
        if (string.IsNullOrWhiteSpace(display))
        {
            return null;
        }

        var name = display.Trim().ToLowerInvariant();
        if (IsCode(name))
        {
            return name;
        }

        var letters = string.Concat(name.Where(char.IsAsciiLetter));
        return Places.FirstOrDefault(entry => letters.Contains(entry.Place, StringComparison.Ordinal)).Code;
    }

    /// <summary>The partition a region code belongs to; `aws` for an unknown one.</summary>
    public static string PartitionOf(string code) => code switch
    {
        _ when code.StartsWith("cn-", StringComparison.Ordinal) => "aws-cn",
        _ when code.StartsWith("us-gov-", StringComparison.Ordinal) => "aws-us-gov",
        _ => "aws",
    };

    private static bool IsCode(string name) =>
        name.Split('-') is [{ Length: 2 }, .. { Length: >= 1 } middle, [var number]]
        && char.IsAsciiDigit(number)
        && middle.All(part => part.Length > 0 && part.All(char.IsAsciiLetterLower));
}
