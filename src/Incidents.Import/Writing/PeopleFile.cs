using Incidents.Domain.People;

namespace Incidents.Import.Writing;

internal static class PeopleFile
{
    public static string Write(ImportedTeam team)
    {
        var lines = new YamlLines();
        lines.Add(0, "people:");
        foreach (var person in team.People)
        {
            Write(lines, person);
        }

        if (team.Teams.Count > 0)
        {
            lines.Add(0, "");
            lines.Add(0, "teams:");
        }

        foreach (var one in team.Teams)
        {
            lines.Add(1, $"{Yaml.Text(one.Id.Value)}:");
            lines.Add(2, $"name: {Yaml.Text(one.Name)}");
            lines.Add(2, $"members: {Yaml.People(one.Members)}");
        }

        return lines.ToString();
    }

    private static void Write(YamlLines lines, Person person)
    {
        lines.Add(1, $"{Yaml.Text(person.Id.Value)}:");
        lines.Add(2, $"name: {Yaml.Text(person.Name)}");
        lines.AddIf(2, "slack", person.SlackId);
        lines.AddIf(2, "email", person.Email is { } email ? Yaml.Text(email) : null);
        lines.AddIf(2, "phone", person.Phone is { } phone ? Yaml.Quoted(phone) : null);
        lines.AddIf(2, "time_zone", person.TimeZone?.Id);
        lines.AddIf(2, "active", person.IsActive ? null : "false");
        if (person.Notify != PersonRules.Usual)
        {
            lines.Add(2, "notify:");
            lines.AddIf(3, "high", Rules(person.Notify.High));
            lines.AddIf(3, "low", Rules(person.Notify.Low));
        }
    }

    private static string? Rules(IReadOnlyList<NotificationRule>? rules) =>
        rules is null ? null : $"[{string.Join(", ", rules.Select(rule => rule.After.TotalSeconds == 0 ? $"{{ channel: {rule.Channel} }}" : $"{{ channel: {rule.Channel}, after: {Yaml.Duration(rule.After)} }}"))}]";
}
