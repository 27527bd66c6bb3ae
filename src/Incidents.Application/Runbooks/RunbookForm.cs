using Incidents.Configuration.Sections;
using Incidents.Configuration.Yaml;

namespace Incidents.Application.Runbooks;

/// <summary>The keys a runbook's front matter may have.</summary>
internal static class RunbookForm
{
    /// <summary>How front matter begins, for messages.</summary>
    public const string Example = "`title:`";

    /// <summary>The runbook, without what its text adds. Whether it can be used is for the problems to say.</summary>
    public static Runbook Read(string id, string body, YamlObject keys)
    {
        var runbook = new Runbook
        {
            Id = id,
            Title = keys.Require("title", "Write what has happened, in a few words.")?.Text() ?? "",
            Services = keys.Find("services") is { } services ? PatternForm.ReadList(services) : [],
            Alarms = keys.Find("alarms") is { } alarms ? PatternForm.ReadList(alarms) : [],
            Owner = keys.Find("owner")?.Text(),
            Severity = keys.Find("severity")?.Severity(),
            Body = body,
        };
        RefuseEmpty(keys, "services");
        RefuseEmpty(keys, "alarms");
        if (keys.FindOrNothing("services") is null && keys.FindOrNothing("alarms") is null)
        {
            keys.Missing("alarms", "Write the names it is for, such as [\"*-5xx\"], or the `services` it is for, whatever the alarm.");
        }

        keys.RefuseOthers();
        return runbook;
    }

    private static void RefuseEmpty(YamlObject keys, string key)
    {
        if (keys.FindOrNothing(key) is { IsList: true } list && list.Items().Count == 0)
        {
            list.Error($"{list.Subject} is empty, which would match nothing. Name at least one, or remove the line to mean any.");
        }
    }
}
