using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Escalation;
using NodaTime;

namespace Incidents.Import.Tests;

public class IncidentManagerImportTests
{
    [Fact]
    public void RotationsOfTwoZones_WithTwoHandOffsAWeekCoverageAndAnOverride_AreTheSamePeople()
    {
        var proof = Exports.Sample("incident-manager").Proof("follow-the-sun");

        Assert.Equal(Exports.At, proof.From);
        Assert.Equal(Instant.FromUtc(2027, 1, 16, 21, 0), proof.To);
        Assert.Empty(proof.Differences);
    }

    [Fact]
    public void TwoOnCallWhoAdvanceByOne_DifferFromOurs_AndEachIntervalIsListed()
    {
        // Theirs: ada grace, grace kathy, kathy ada. Ours takes the next two: ada grace, kathy ada, grace kathy. So two weeks of three differ.
        var differences = Exports.Sample("incident-manager").Proof("pairs").Differences();

        Assert.Equal(
        [
            "2026-10-19T00:00:00Z to 2026-10-19T08:00:00Z: theirs grace, kathy, ours ada, kathy",
            "2026-10-19T08:00:00Z to 2026-10-26T08:00:00Z: theirs ada, kathy, ours grace, kathy",
            "2026-11-02T08:00:00Z to 2026-11-09T08:00:00Z: theirs grace, kathy, ours ada, kathy",
        ], differences.Take(3));
    }

    [Fact]
    public void WhatIsWritten_IsAConfiguration()
    {
        var configuration = Exports.Sample("incident-manager").Good();

        Assert.Equal([Severity.Sev4, Severity.Sev1], configuration.Services.Values.Select(service => service.DefaultSeverity!.Value));
        Assert.Equal([new PolicyId("batch"), new PolicyId("shop")], configuration.Services.Values.Select(service => service.Policy));
        Assert.Equal([new EscalationTarget.OnCall(new ScheduleId("pairs")), new EscalationTarget.One(new PersonId("kathy"))], configuration.Policies[new PolicyId("shop")].Steps[1].Targets);
        Assert.Equal(["slack 0", "sms 0", "email 2", "voice 2"], configuration.FindPerson(new PersonId("ada"))!.Notify.High!.Select(rule => $"{rule.Channel} {rule.After.TotalMinutes}"));
    }

    [Fact]
    public void ShiftsThatDoNotSayWhoseTheyAre_AreTakenByTheirFilesName_OrNoted()
    {
        const string Rotations = """
            {"Rotations": [{"RotationArn": "arn:aws:ssm-contacts:eu-west-1:111122223333:rotation/days", "Name": "days", "ContactIds": ["c/ada"], "StartTime": "2026-10-01T00:00:00Z", "TimeZoneId": "Etc/UTC", "Recurrence": {"DailySettings": [{"HourOfDay": 0, "MinuteOfHour": 0}], "NumberOfOnCalls": 1, "RecurrenceMultiplier": 1}},
             {"RotationArn": "arn:aws:ssm-contacts:eu-west-1:111122223333:rotation/other", "Name": "other", "ContactIds": [], "TimeZoneId": "Etc/UTC", "Recurrence": {}}]}
            {"ContactArn": "c/s", "Alias": "s", "Type": "ONCALL_SCHEDULE", "Plan": {"RotationIds": ["arn:aws:ssm-contacts:eu-west-1:111122223333:rotation/days"]}}
            """;
        const string Shifts = """{"RotationShifts": [{"ContactIds": ["c/ada"], "StartTime": 1792368000, "EndTime": 1792454400.0, "Type": "REGULAR"}]}""";

        Assert.Contains(Exports.Texts("incident-manager", Rotations, Shifts).Notes(), note => note.StartsWith("2.json $, RotationShifts: They do not say which rotation", StringComparison.Ordinal));
        var named = Exports.Import("incident-manager", new("r.json", System.Text.Encoding.UTF8.GetBytes(Rotations)), new("shifts-days.json", System.Text.Encoding.UTF8.GetBytes(Shifts)));
        Assert.Equal((Exports.At, Exports.At + Duration.FromDays(1)), (named.Proof("s").From, named.Proof("s").To));
        Assert.Empty(named.Proof("s").Differences);
    }
}
