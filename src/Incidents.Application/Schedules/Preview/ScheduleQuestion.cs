using System.Text.Json;
using Incidents.Configuration.Sections;
using Incidents.Configuration.Yaml;
using Incidents.Domain;
using Incidents.Domain.OnCall;

namespace Incidents.Application.Schedules.Preview;

/// <summary>A schedule that is not in force, and the question about it; or why it cannot be answered.</summary>
public abstract record ScheduleQuestion
{
    private const string Example = "Send { \"schedule\": { … }, \"query\": { \"type\": \"segments\", \"from\": …, \"to\": … } }.";

    private ScheduleQuestion()
    {
    }

    /// <param name="Schedule">Sound by <see cref="ScheduleRules"/>; null where only local times are resolved.</param>
    public sealed record Asked(Schedule? Schedule, ScheduleQuery Query) : ScheduleQuestion;

    /// <param name="Field">Where in the question: `schedule.layers[0].rotation.length`.</param>
    /// <param name="Problem">What is wrong and how to mend it, in sentences.</param>
    public sealed record Refused(string Field, string Problem) : ScheduleQuestion;

    /// <summary>Reads `schedule`, in the form it has in the configuration, and `query`. The people named in it need not be configured.</summary>
    public static ScheduleQuestion Read(JsonElement body)
    {
        var problems = new ProblemList();
        Asked? asked = null;
        if (JsonTree.Read(body, problems) is { } root && new YamlValue(root, "body", "", problems).Object(Example) is { } entry)
        {
            asked = Read(entry, problems);
        }

        return problems.InOrder().FirstOrDefault(problem => !problem.IsWarning) is { } first ? new Refused(first.Place.Path is { Length: > 0 } path ? path : "body", first.Message)
            : asked ?? (ScheduleQuestion)new Refused("body", $"The question cannot be read. {Example}");
    }

    private static Asked? Read(YamlObject entry, ProblemList problems)
    {
        var written = entry.Find("schedule");
        var zone = entry.Find("time_zone")?.Zone() ?? (written is { IsObject: true } ? written.Object(Example)?.Find("time_zone")?.Zone() : null);
        var query = QueryForm.Read(entry, zone, Example);
        var isZoneAlone = query is ScheduleQuery.Resolve && (written is null || written.Object(Example)?.Entries.All(pair => pair.Key == "time_zone") == true);
        var schedule = !isZoneAlone && entry.Require("schedule", Example) is { } whole ? ReadSchedule(whole) : null;
        entry.RefuseOthers();
        return query is not null && (isZoneAlone || schedule is not null) && !problems.HasErrors ? new Asked(schedule, query) : null;
    }

    private static Schedule? ReadSchedule(YamlValue written)
    {
        if (written.Object("Write `time_zone`, `layers` and `overrides`.") is not { } entry)
        {
            return null;
        }

        var id = entry.Find("id")?.Text() ?? "preview";
        var schedule = ScheduleForm.Read(new ScheduleId(id), entry.Find("name")?.Text() ?? id, entry, value => value.Text() is { } name ? new PersonId(name) : null);
        entry.RefuseOthers();
        if (schedule is null)
        {
            return null;
        }

        // An override without length does nothing, which is odd but can be shown.
        foreach (var problem in ScheduleRules.Check(schedule).Where(problem => !problem.IsWarning))
        {
            written.ErrorAt(problem.Path, $"{problem.Problem} {problem.Fix}");
        }

        return schedule;
    }
}
