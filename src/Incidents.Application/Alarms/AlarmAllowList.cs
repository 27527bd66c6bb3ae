using System.Collections.Frozen;
using Incidents.Domain.Alarms;

namespace Incidents.Application.Alarms;

/// <summary>Where alarms may come from; an empty list allows any.</summary>
/// <param name="Accounts">Twelve-digit account ids.</param>
/// <param name="Regions">Region codes such as `eu-west-1`.</param>
/// <param name="TopicArns">SNS topics. A message that came without SNS has passed another check already.</param>
/// <remarks>An alarm that does not say its account or region is not refused for that: a lost page is worse.</remarks>
public sealed record AlarmAllowList(
    IReadOnlySet<string> Accounts, IReadOnlySet<string> Regions, IReadOnlySet<string> TopicArns)
{
    /// <summary>No restriction.</summary>
    public static AlarmAllowList Any { get; } =
        new(FrozenSet<string>.Empty, FrozenSet<string>.Empty, FrozenSet<string>.Empty);

    /// <summary>The alarm that proves the way; null where none does, and then every alarm is what it says.</summary>
    public SyntheticAlarm? Synthetic { get; init; }

    /// <summary>Whether alarms of an account are taken, where that is learnt while the process runs; null where <see cref="Accounts"/> says all there is to say.</summary>
    public Func<string, CancellationToken, ValueTask<bool>>? MayComeFrom { get; init; }

    /// <summary>What was read, or its refusal when it is an alarm of an account that none are taken from.</summary>
    internal async ValueTask<ParsedMessage> Confirm(ParsedMessage parsed, CancellationToken cancellation) =>
        parsed is ParsedMessage.Alarm { Value.Origin.Account: { Length: > 0 } account } && MayComeFrom is { } ask && !await ask(account, cancellation) ? Foreign(account) : parsed;

    internal ParsedMessage.Refused? RefusalOf(AlarmMessage message) =>
        Allows(TopicArns, message.TopicArn)
            ? null
            : new("The topic of the message is not on the list of topics.", SourceRefusal.ForeignTopic);

    internal ParsedMessage.Refused? RefusalOf(Alarm alarm) => alarm.Origin switch
    {
        { } origin when !Allows(Accounts, origin.Account) => Foreign(origin.Account),
        { } origin when !Allows(Regions, origin.Region) =>
            new($"Region {origin.Region} is not on the list of regions.", SourceRefusal.ForeignRegion),
        _ => null,
    };

    private static ParsedMessage.Refused Foreign(string? account) => new($"Account {account} is not on the list of accounts.", SourceRefusal.ForeignAccount);

    private static bool Allows(IReadOnlySet<string> list, string? value) =>
        list.Count == 0 || string.IsNullOrEmpty(value) || list.Contains(value);
}
