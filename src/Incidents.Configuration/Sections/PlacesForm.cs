using Incidents.Configuration.Yaml;
using Incidents.Domain.Alarms;
using Incidents.Domain.Services;

namespace Incidents.Configuration.Sections;

/// <summary>`account: prod` and `region: eu-*` of a service or a severity rule, each one or a list.</summary>
internal static class PlacesForm
{
    public static AlarmPlaces Read(YamlObject entry, IReadOnlyDictionary<string, Account> accounts)
    {
        var ids = entry.Find("account")?.OneOrMore().Select(value => Account(value, accounts)).OfType<string>().Distinct().ToArray() ?? [];
        var regions = entry.Find("region") is { } region ? PatternForm.ReadList(region) : [];
        return ids.Length + regions.Count == 0 ? AlarmPlaces.Anywhere : new AlarmPlaces(ids, regions);
    }

    private static string? Account(YamlValue value, IReadOnlyDictionary<string, Account> accounts) =>
        value.Text() is not { } text ? null
        : AlarmArn.IsAccount(text) ? text
        : accounts.Values.FirstOrDefault(account => account.Name == text)?.Id
            ?? value.Refuse<string>($"There is no account {text.Quoted()}.{Advice(text, [.. accounts.Values.Select(account => account.Name)])}");

    private static string Advice(string text, IReadOnlyCollection<string> names) =>
        text.DidYouMean(names) is { Length: > 0 } nearest ? nearest : " Add it to `accounts`, or write its twelve digits in quotation marks.";
}
