using Incidents.Domain.Services;

namespace Incidents.Import.Writing;

internal static class ServicesFile
{
    public static string Write(ImportedTeam team)
    {
        var lines = new YamlLines();
        lines.Add(0, "# Add `alarms:` to each service, patterns for the names of its CloudWatch alarms: alarms: [\"checkout-*\"].");
        lines.Add(0, "services:");
        foreach (var service in team.Services)
        {
            lines.Add(1, $"{Yaml.Text(service.Id.Value)}:");
            lines.Add(2, $"name: {Yaml.Text(service.Name)}");
            lines.AddIf(2, "team", service.Team is { } owner ? Yaml.Text(owner.Value) : null);
            lines.AddIf(2, "policy", service.Policy is { } policy ? Yaml.Text(policy.Value) : null);
            lines.AddIf(2, "severity", service.DefaultSeverity?.ToString().ToLowerInvariant());
            lines.AddIf(2, "support_hours", service.SupportHours is { } hours ? Hours(hours) : null);
        }

        return lines.ToString();
    }

    private static string Hours(SupportHours hours) =>
        $"{{ zone: {hours.Zone.Id}, days: {Yaml.Days(hours.Days.Order())}, from: {Yaml.Clock(hours.From)}, to: {Yaml.Clock(hours.To)} }}";
}
