using Incidents.Domain.Configuration;

namespace Incidents.Cli.Checking;

/// <summary>Which of some alarms belong to a service, and which would page the catch-all.</summary>
/// <param name="Unclaimed">Names that no service takes, in one of their accounts at least.</param>
/// <param name="Shared">Patterns that claim alarms of several accounts.</param>
/// <param name="TagsCount">Some service claims alarms by tags, which a list of names does not hold.</param>
internal sealed record ClaimedAlarms(AlarmNames All, IReadOnlyList<string> Unclaimed, IReadOnlyList<SharedPattern> Shared, bool TagsCount)
{
    public static ClaimedAlarms Of(AlarmNames alarms, OnCallConfiguration settings)
    {
        var claims = alarms.Known.Select(alarm => (Alarm: alarm, By: settings.Claimant(alarm.Name, alarm.Origin))).ToList();
        return new(
            alarms,
            [.. claims.Where(claim => claim.By is null).Select(claim => claim.Alarm.Name).Distinct()],
            [
                .. claims.Where(claim => claim is { By.Pattern: not null, Alarm.Origin.Account.Length: > 0 })
                    .GroupBy(claim => (Service: claim.By!.Value.Service.Id, Pattern: claim.By.Value.Pattern!.ToString()!))
                    .Select(group => new SharedPattern(group.Key.Service.Value, group.Key.Pattern, [.. group.Select(claim => claim.Alarm.Origin!.Account).Distinct().Order(StringComparer.Ordinal).Select(id => Called(id, settings))]))
                    .Where(pattern => pattern.Accounts.Count > 1),
            ],
            settings.Services.Values.Any(service => service.AlarmTags.Count > 0));
    }

    private static string Called(string account, OnCallConfiguration settings) =>
        settings.Accounts.GetValueOrDefault(account) is { } known ? $"{account} ({known.Name})" : account;
}

/// <summary>A pattern that claims alarms of several accounts.</summary>
/// <param name="Service">Id of the service it belongs to.</param>
/// <param name="Accounts">Ids, each with its name where it has one.</param>
internal sealed record SharedPattern(string Service, string Pattern, IReadOnlyList<string> Accounts);
