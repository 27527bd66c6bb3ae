using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Escalation;
using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Import.Tests;

public class GrafanaImportTests
{
    [Fact]
    public void LevelsGroupsWeeksOffAndSharedOverrides_AreTheSamePeople_ForNinetyDaysAcrossAClockChange()
    {
        var proof = Exports.Sample("grafana-oncall").Proof("ops");

        Assert.Equal(Exports.At + Duration.FromDays(90), proof.To);
        Assert.Empty(proof.Differences);
    }

    [Fact]
    public void AShiftOfTheWebsEditor_IsKeptInUtc_AndWhatNoShiftTellsIsListed()
    {
        // Nights alternate from 2 October on; 31 December is night 90, an even one, so Ada's.
        var proof = Exports.Sample("grafana-oncall").Proof("nights-web");

        Assert.Equal(["2026-12-31T18:00:00Z to 2027-01-01T06:00:00Z: theirs kathy, ours ada"], proof.Differences());
        Assert.Equal(720, proof.MinutesThatDiffer);
    }

    [Fact]
    public void AChain_BecomesTheStepsBetweenItsWaits()
    {
        var policy = Exports.Sample("grafana-oncall").Good().Policies[new PolicyId("shop")];

        Assert.Equal([15, 5, 5], policy.Steps.Select(step => (int)step.Timeout.TotalMinutes));
        Assert.Equal([false, false, true], policy.Steps.Select(step => step.RoundRobin));
        Assert.Equal(5, policy.Repeat);
    }

    [Fact]
    public void ImportantRules_AreTheOnesThatWake()
    {
        var configuration = Exports.Sample("grafana-oncall").Good();

        Assert.Equal(["slack 0", "sms 0", "voice 3"], configuration.FindPerson(new PersonId("ada"))!.Notify.High!.Select(rule => $"{rule.Channel} {rule.After.TotalMinutes}"));
        Assert.Equal("U0ADA00001", configuration.FindPerson(new PersonId("ada"))!.SlackId);
        Assert.Equal(new PolicyId("shop"), configuration.Services[new ServiceId("checkout")].Policy);
    }

    [Theory]
    [InlineData("daily", 3, 129600, 12, "ada ada ada nobody nobody nobody grace grace grace nobody")]
    [InlineData("weekly", 1, 259200, 24, "ada ada ada nobody nobody nobody nobody grace grace grace nobody")]
    [InlineData("weekly", 2, 864000, 48, "ada ada ada ada ada nobody nobody grace")]
    [InlineData("hourly", 6, 21600, 6, "ada grace ada")]
    [InlineData("hourly", 6, 7200, 2, "ada nobody nobody grace")]
    public void AnEventShorterThanItsInterval_LeavesARest(string frequency, int interval, int duration, int hours, string expected)
    {
        var team = Exports.Texts("grafana-oncall",
            """{"id": "S1", "name": "Rest", "type": "calendar", "time_zone": "Etc/UTC", "shifts": ["O1"]}""",
            $$"""{"id": "O1", "name": "x", "type": "rolling_users", "level": 0, "start": "2026-10-19T00:00:00", "duration": {{duration}}, "frequency": "{{frequency}}", "interval": {{interval}}, "rolling_users": [["ada"], ["grace"]]}""");
        var calendar = new OnCallCalendar(team.Schedules[0]);

        Assert.Equal(expected.Split(' '), Enumerable.Range(0, expected.Split(' ').Length).Select(i => calendar.WhoIsOnCall(Exports.At + Duration.FromHours(i * hours)).ToString()));
    }

    [Fact]
    public void ARecurrenceWithoutAForm_IsLeftOutAndNamed()
    {
        var team = Exports.Texts("grafana-oncall",
            """{"id": "S1", "name": "On", "type": "calendar", "time_zone": "Etc/UTC", "shifts": ["O1"]}""",
            """{"id": "O1", "name": "First Mondays", "type": "recurrent_event", "start": "2026-10-05T00:00:00", "duration": 86400, "frequency": "monthly", "by_day": ["1MO"], "users": ["ada"]}""");

        Assert.Empty(team.Schedules[0].Layers);
        Assert.Contains("schedule on, shift First Mondays, frequency, interval, duration, by_day: This recurrence cannot be written as turns and windows; the shift is left out. Write the layer by hand.", team.Notes());
    }
}
