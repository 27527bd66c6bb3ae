using Incidents.Domain.Alarms;

namespace Incidents.Application.Alarms.CloudWatch;

/// <summary>Which alarm it is.</summary>
/// <remarks>
/// The key is the ARN. Bodies older than 2020 have none: it is then rebuilt from account, region and name, and so equals the
/// one later messages carry. Where account or region is not known either, the key is `alarm:{account}:{region}:{name}`, the
/// account possibly empty and the region percent-encoded as it was written, so that no two triples share a key.
/// </remarks>
internal sealed record AlarmIdentity(DedupKey Key, string Name, AlarmOrigin Origin, string RegionText)
{
    private const int LongestKey = 1024;

    /// <summary>Finds out which alarm the facts are about; a refusal or a fault when they contradict themselves or do not say.</summary>
    public static bool TryResolve(AlarmFacts facts, out AlarmIdentity identity, out ParsedMessage fault)
    {
        var named = string.IsNullOrWhiteSpace(facts.Name) ? null : facts.Name;
        (identity, fault) = (facts.Arn, named) switch
        {
            ({ } text, _) when !string.IsNullOrWhiteSpace(text) => FromArn(AlarmArn.Parse(text), named, facts.Account),
            (_, { } name) => (FromName(name, facts), null!),
            _ => (null!, Unclear("Neither AlarmArn nor AlarmName says which alarm this is.")),
        };
        return identity is not null;
    }

    /// <summary>Key of an alarm this one mentions: by ARN, or by name within its own account and region.</summary>
    public DedupKey KeyOfMentioned(string nameOrArn) =>
        AlarmArn.Parse(nameOrArn) is { } arn ? KeyOf(arn) : KeyOf(Origin, RegionText, nameOrArn);

    private static (AlarmIdentity, ParsedMessage) FromArn(AlarmArn? arn, string? name, string? account) => arn switch
    {
        null => (null!, Unclear("AlarmArn is not the ARN of an alarm.")),
        _ when account is { Length: > 0 } && account.Trim() != arn.Origin.Account => (null!, new ParsedMessage.Refused(
            $"The ARN is of account {arn.Origin.Account}, the message of another.", SourceRefusal.AccountMismatch)),
        _ => (new(KeyOf(arn), name ?? arn.Name, arn.Origin, RegionText: ""), null!),
    };

    private static AlarmIdentity FromName(string name, AlarmFacts facts)
    {
        var region = RegionNames.CodeOf(facts.Region) ?? "";
        var account = facts.Account?.Trim() is { } digits && AlarmArn.IsAccount(digits) ? digits : "";
        var origin = new AlarmOrigin(RegionNames.PartitionOf(region), region, account);
        return new(KeyOf(origin, facts.Region ?? "", name), name, origin, facts.Region ?? "");
    }

    private static ParsedMessage.Unreadable Unclear(string reason) => new(reason, LooksLikeAlarm: true);

    private static DedupKey KeyOf(AlarmArn arn) => new(Shorten.KeepingApart(arn.ToString(), LongestKey));

    private static DedupKey KeyOf(AlarmOrigin origin, string regionText, string name) =>
        origin is { Region.Length: > 0, Account.Length: > 0 }
            ? KeyOf(new AlarmArn(origin, name))
            : new(Shorten.KeepingApart($"alarm:{origin.Account}:{Uri.EscapeDataString(regionText)}:{name}", LongestKey));
}
