namespace Incidents.Domain.Alarms;

/// <summary>The ARN of an alarm, taken apart at its first six colons: the name behind them may hold more.</summary>
public sealed record AlarmArn(AlarmOrigin Origin, string Name)
{
    /// <summary>Reads an ARN and forgives blanks around its parts, which AWS's own samples have; null for any other text.</summary>
    public static AlarmArn? Parse(string text) =>
        text.TrimStart().Split(':', 7) is ["arn", var partition, var service, var region, var account, "alarm", { Length: > 0 } name]
        && service.Trim() == "cloudwatch"
        && IsCode(partition.Trim())
        && IsCode(region.Trim())
        && IsAccount(account.Trim())
            ? new(new(partition.Trim(), region.Trim(), account.Trim()), name)
            : null;

    /// <summary>Where the alarm with this key is; null when it does not say.</summary>
    public static AlarmOrigin? OriginOf(DedupKey? key) => key is { } known ? Parse(known.Value)?.Origin : null;

    public static bool IsAccount(string text) => text.Length == 12 && text.All(char.IsAsciiDigit);

    /// <inheritdoc />
    public override string ToString() => $"arn:{Origin.Partition}:cloudwatch:{Origin.Region}:{Origin.Account}:alarm:{Name}";

    private static bool IsCode(string text) =>
        text.Length is > 0 and <= 32 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
