using Incidents.Configuration.Yaml;
using Incidents.Domain.Alarms;
using Incidents.Domain.Services;

namespace Incidents.Configuration.Sections;

/// <summary>AWS accounts by id: `accounts: { "111122223333": { name: prod } }`.</summary>
internal static class AccountsSection
{
    private const string Advice = "Write \"111122223333\": { name: prod }.";

    public static OrderedDictionary<string, Account> Read(ConfigurationSections sections)
    {
        var accounts = new OrderedDictionary<string, Account>();
        foreach (var (id, value) in sections.Accounts)
        {
            if (!AlarmArn.IsAccount(id))
            {
                value.ErrorAtKey($"{id.Quoted()} is no account id. Write its twelve digits in quotation marks, and the name below it: {Advice}");
                continue;
            }

            if (value.Object(Advice) is not { } entry)
            {
                continue;
            }

            var name = entry.Require("name", Advice)?.Text();
            var severity = entry.Find("severity")?.Severity();
            entry.RefuseOthers();
            if (name is null)
            {
                continue;
            }

            if (accounts.Values.FirstOrDefault(other => other.Name == name || other.Id == name) is { } taken)
            {
                value.Error($"The account {taken.Id} is called {name.Quoted()} already. Give each a name of its own.");
            }

            accounts.Add(id, new Account(id, name, severity));
        }

        return accounts;
    }
}
