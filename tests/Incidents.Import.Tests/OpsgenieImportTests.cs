using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Escalation;
using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Import.Tests;

public class OpsgenieImportTests
{
    [Fact]
    public void RotationsThatAddUp_WithWindowsAVacantTurnAndAnOverrideOfOne_AreTheSamePeople_ForNinetyDays()
    {
        var proof = Exports.Sample("opsgenie").Proof("platform");

        Assert.Equal(Exports.At + Duration.FromDays(90), proof.To);
        Assert.Empty(proof.Differences);
    }

    [Fact]
    public void WhatAnEscalationStandsFor_AndASwapTheExportDoesNotTell_AreListed()
    {
        // Two weeks of the team from 5 October on, then two of an escalation; the export does not tell whom that one pages.
        var team = Exports.Sample("opsgenie");

        Assert.Equal(
        [
            "2026-10-19T00:00:00Z to 2026-10-20T10:00:00Z: theirs grace-hopper, ours nobody",
            "2026-10-20T10:00:00Z to 2026-10-20T12:00:00Z: theirs katherine-johnson, ours nobody",
            "2026-10-20T12:00:00Z to 2026-11-02T00:00:00Z: theirs grace-hopper, ours nobody",
        ], team.Proof("everybody").Differences());
        Assert.Equal(14 * 24 * 60, team.Proof("everybody").MinutesThatDiffer);
        Assert.Contains("schedule everybody, rotation Team, escalation Elsewhere: It stands for people the export does not tell; its turn is vacant. Write the people in its place.", team.Notes());
    }

    [Fact]
    public void DelaysFromTheBeginning_BecomeStepsOneAfterTheOther()
    {
        var policy = Exports.Sample("opsgenie").Good().Policies[new PolicyId("platform-escalation")];

        Assert.Equal([10, 20, 20], policy.Steps.Select(step => (int)step.Timeout.TotalMinutes));
        Assert.Equal([new EscalationTarget.One(new PersonId("katherine-johnson")), new EscalationTarget.OnCall(new ScheduleId("platform"))], policy.Steps[1].Targets);
        Assert.True(policy.Steps[2].RoundRobin);
        Assert.Equal(2, policy.Repeat);
    }

    [Fact]
    public void WhatIsWritten_IsAConfiguration_WithTheTeamsOnlyEscalationForItsService()
    {
        var configuration = Exports.Sample("opsgenie").Good();

        Assert.Equal(((PolicyId?)new PolicyId("platform-escalation"), (TeamId?)new TeamId("platform")), (configuration.Services[new ServiceId("checkout")].Policy, configuration.Services[new ServiceId("checkout")].Team));
        Assert.Equal("+447700900101", configuration.FindPerson(new PersonId("ada-lovelace"))!.Phone);
        Assert.All(configuration.Schedules[new ScheduleId("platform")].Definition.Layers, layer => Assert.Equal(0, layer.Priority));
    }

    [Fact]
    public void AnOverrideOfTheWholeSchedule_CoversAllRotations()
    {
        var team = Exports.Texts("opsgenie", """
            {"data": [{"id": "s1", "name": "One", "timezone": "Etc/UTC", "rotations": [
              {"id": "r1", "name": "A", "startDate": "2026-10-01T00:00:00Z", "type": "daily", "length": 1, "participants": [{"type": "user", "id": "u1", "username": "ada@example.com"}]},
              {"id": "r2", "name": "A", "startDate": "2026-10-01T00:00:00Z", "type": "hourly", "length": 6, "participants": [{"type": "user", "id": "u2", "username": "grace@example.com"}]}]}]}
            """, """{"data": [{"alias": "x", "user": {"type": "user", "id": "u3", "username": "alan@example.com"}, "startDate": "2026-10-20T00:00:00Z", "endDate": "2026-10-21T00:00:00Z", "rotations": []}]}""");
        var calendar = new OnCallCalendar(team.Schedules[0]);

        Assert.Equal("ada, grace", calendar.WhoIsOnCall(Exports.At).ToString());
        Assert.Equal("alan", calendar.WhoIsOnCall(Instant.FromUtc(2026, 10, 20, 12, 0)).ToString());
        Assert.Equal(["A", "A 2"], team.Schedules[0].Layers.Select(layer => layer.Name));
    }
}
