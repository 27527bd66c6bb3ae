using System.Text;
using Incidents.Configuration.Files;
using Incidents.Configuration.Loading;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Web.Schedules;
using NodaTime;

namespace Incidents.Web.Tests.Schedules;

public class PersonColoursTests
{
    [Fact]
    public void FewPeople_HaveTheSameColourInEverySchedule()
    {
        var settings = Load(4, "first: [p1, p2, p3, p4]", "second: [p3, p1]");

        Assert.Equal(Colour(settings, "first", "p3"), Colour(settings, "second", "p3"));
        Assert.Equal(4, new[] { "p1", "p2", "p3", "p4" }.Select(person => Colour(settings, "first", person)).Distinct().Count());
    }

    [Fact]
    public void ManyPeople_DifferWithinTheirSchedule()
    {
        var settings = Load(9, "first: [p1, p2, p3, p4, p5, p6, p7]", "second: [p8, p9, p1]");

        Assert.Equal(3, new[] { "p8", "p9", "p1" }.Select(person => Colour(settings, "second", person)).Distinct().Count());
    }

    private static string Colour(OnCallConfiguration settings, string schedule, string person) =>
        PersonColours.In(settings.Schedules[new ScheduleId(schedule)], settings).Of(new PersonId(person));

    private static OnCallConfiguration Load(int people, params string[] schedules)
    {
        var yaml = new StringBuilder("people:\n");
        foreach (var number in Enumerable.Range(1, people))
        {
            yaml.Append($"  p{number}: {{ name: P{number}, slack: U0PERSON0{number} }}\n");
        }

        yaml.Append("schedules:\n");
        foreach (var schedule in schedules.Select(written => written.Split(": ")))
        {
            yaml.Append($"  {schedule[0]}: {{ time_zone: Etc/UTC, rotation: daily, handoff: \"09:00\", participants: {schedule[1]} }}\n");
        }

        yaml.Append("catch_all: { targets: [person: p1] }\nchannels: { slack_only: here }\n");
        return Assert.IsType<ConfigurationResult.Valid>(
            ConfigurationLoader.Load([new ConfigurationFile("oncall.yaml", Encoding.UTF8.GetBytes(yaml.ToString()))], "config", Instant.FromUtc(2026, 9, 14, 3, 12))).Configuration;
    }
}
