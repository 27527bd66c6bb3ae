using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Escalation;
using Incidents.Domain.People;
using NodaTime;

namespace Incidents.Import.Tests;

public class PagerDutyImportTests
{
    [Fact]
    public void LayersAndOverrides_AreTheSamePeople_ForNinetyDaysAcrossAClockChange()
    {
        var proof = Exports.Sample("pagerduty").Proof("primary");

        Assert.Equal(Exports.At, proof.From);
        Assert.Equal(Exports.At + Duration.FromDays(90), proof.To);
        Assert.Empty(proof.Differences);
    }

    [Fact]
    public void AWindowAsADuration_EndsAnHourEarlierOnTheNightClocksGoBack_AndIsListed()
    {
        // The window of 31 October opens at 20:00 in New York, 00:00 UTC. Twelve hours later it is 12:00 UTC; 08:00 on the clock is 13:00 UTC.
        // Turns alternate by day from 1 October on, so day 30 is Ada's.
        var proof = Exports.Sample("pagerduty").Proof("nights");

        Assert.Equal(["2026-11-01T12:00:00Z to 2026-11-01T13:00:00Z: theirs nobody, ours ada-lovelace"], proof.Differences());
        Assert.Equal(60, proof.MinutesThatDiffer);
    }

    [Fact]
    public void WhatIsWritten_IsAConfiguration()
    {
        var configuration = Exports.Sample("pagerduty").Good();

        Assert.All(configuration.Unwakeable, problem => Assert.Contains("pages the same people as step 1", problem.Message, StringComparison.Ordinal));
        Assert.Equal([new ServiceId("checkout"), new ServiceId("checkout-2"), new ServiceId("reporting-exports")], configuration.Services.Keys);
        Assert.Equal([null, Severity.Sev4, Severity.Sev3], configuration.Services.Values.Select(service => service.DefaultSeverity));
        Assert.Equal(new LocalTime(18, 0), configuration.Services[new ServiceId("reporting-exports")].SupportHours!.To);
        Assert.Equal(["ada-lovelace", "grace-hopper"], configuration.Teams[new TeamId("shop-floor")].Members.Select(member => member.Value));
    }

    [Fact]
    public void WrittenSchedules_SayTheSameAsThoseImported()
    {
        var team = Exports.Sample("pagerduty");
        var to = Exports.At + Duration.FromDays(365);
        var written = team.Good();

        Assert.All(team.Schedules, schedule => Assert.Equal(
            new Domain.OnCall.OnCallCalendar(schedule).Segments(Exports.At, to), written.Schedules[schedule.Id].Calendar.Segments(Exports.At, to)));
    }

    [Fact]
    public void Steps_KeepTheirTargetsTimeoutsAndRoundRobin()
    {
        var policy = Exports.Sample("pagerduty").Good().Policies[new PolicyId("shop")];

        Assert.Equal(3, policy.Repeat);
        Assert.Equal([10, 15, 30], policy.Steps.Select(step => (int)step.Timeout.TotalMinutes));
        Assert.Equal([false, false, true], policy.Steps.Select(step => step.RoundRobin));
        Assert.Equal([new EscalationTarget.OnCall(new ScheduleId("nights")), new EscalationTarget.One(new PersonId("katherine-johnson"))], policy.Steps[1].Targets);
    }

    [Fact]
    public void ContactMethods_BecomePhoneAndRules_WithTheCardFirst()
    {
        var ada = Exports.Sample("pagerduty").Good().FindPerson(new PersonId("ada-lovelace"))!;

        Assert.Equal("+447700900101", ada.Phone);
        Assert.Equal(["slack 0", "sms 0", "voice 3"], ada.Notify.High!.Select(rule => $"{rule.Channel} {rule.After.TotalMinutes}"));
        Assert.Equal(["slack 0", "email 0"], ada.Notify.Low!.Select(rule => $"{rule.Channel} {rule.After.TotalMinutes}"));
    }

    [Fact]
    public void WhatDoesNotMap_IsListedWithWhatToDo()
    {
        Assert.Equal(
        [
            "people, Slack id: PagerDuty's API does not tell it. Add `slack:` to each, with their member id.",
            "person alan-turing, contact_methods: They are on call or paged and not among the exported users. Export /users too; or if they have left, take them out of schedules and policies.",
            "person grace-hopper, push_notification_contact_method: PagerDuty's app cannot be told from here. Give them `push:` (ntfy or Pushover); the rule is written and passed over until then.",
            "person katherine-johnson, time_zone: \"Berlin\" is no IANA zone. Add `time_zone:` such as America/New_York.",
            "services, integrations: PagerDuty routes by key, we by the alarm's name. Add `alarms:` to each, with patterns for its CloudWatch alarms.",
            "services, auto_resolve_timeout: Incidents here resolve when their alarms are OK, not by age. There is nothing to do.",
            "channels, sms, voice and email: PagerDuty sends from numbers and addresses of its own. Fill in channels.yaml; until then only Slack is used.",
            "catch_all, targets: PagerDuty has nothing that hears of everything else. `policy: shop` is written; change it if others should.",
        ], Exports.Sample("pagerduty").Notes());
    }

    [Theory]
    [InlineData("high", "low")]
    [InlineData("low", "high")]
    public void LayersInEitherOrder_AreReadAsTheRenderedScheduleSays(string first, string second)
    {
        var team = Exports.Texts("pagerduty", $$$"""
            {"schedule": {"id": "P1", "name": "Both", "time_zone": "Etc/UTC", "schedule_layers": [{{{Layer(first)}}}, {{{Layer(second)}}}],
             "final_schedule": {"rendered_schedule_entries": [{"start": "2026-10-19T00:00:00Z", "end": "2026-10-26T00:00:00Z", "user": {"id": "high", "type": "user_reference", "summary": "High"}}]} }}
            """);

        Assert.Empty(team.Proof("both").Differences);
        Assert.Equal(["low", "high"], team.Schedules[0].Layers.Select(layer => layer.Name));
    }

    [Fact]
    public void TurnsOfHours_AndAVirtualStartAfterTheStart_KeepTheirHolder()
    {
        // Twelve-hour turns from the 21st at 06:00 on: Ada then, so Grace holds the twelve hours before, back to the start.
        var team = Exports.Texts("pagerduty", """
            {"schedule": {"id": "P1", "name": "Halves", "time_zone": "Etc/UTC", "schedule_layers": [
              {"name": "L", "start": "2026-10-20T18:00:00Z", "end": null, "rotation_virtual_start": "2026-10-21T06:00:00Z", "rotation_turn_length_seconds": 43200, "restrictions": [],
               "users": [{"user": {"id": "A", "type": "user_reference", "summary": "Ada"}}, {"user": {"id": "G", "type": "user_reference", "summary": "Grace"}}]}],
             "final_schedule": {"rendered_schedule_entries": [
              {"start": "2026-10-20T18:00:00Z", "end": "2026-10-21T06:00:00Z", "user": {"id": "G", "type": "user_reference", "summary": "Grace"}},
              {"start": "2026-10-21T06:00:00Z", "end": "2026-10-21T18:00:00Z", "user": {"id": "A", "type": "user_reference", "summary": "Ada"}}]}}}
            """);

        Assert.Empty(team.Proof("halves").Differences);
    }

    [Theory]
    [InlineData("\"type\": \"daily_restriction\", \"start_time_of_day\": \"08:00:00\", \"duration_seconds\": 86400")]
    [InlineData("\"type\": \"weekly_restriction\", \"start_day_of_week\": 5, \"start_time_of_day\": \"08:00:00\", \"duration_seconds\": 604800")]
    public void AWindowThatNeverCloses_IsNoRestriction(string restriction)
    {
        var team = Exports.Texts("pagerduty", $$$"""{"schedule": {"id": "P1", "name": "Always", "time_zone": "Etc/UTC", "schedule_layers": [{{{Layer("x", "{" + restriction + "}")}}}]}}""");

        Assert.Empty(team.Schedules[0].Layers[0].Restrictions);
    }

    private static string Layer(string user, string restrictions = "") => $$$"""
        {"name": "{{{user}}}", "start": "2026-01-05T00:00:00Z", "end": null, "rotation_virtual_start": "2026-01-05T00:00:00Z", "rotation_turn_length_seconds": 604800,
         "users": [{"user": {"id": "{{{user}}}", "type": "user_reference", "summary": "{{{user}}}"}}], "restrictions": [{{{restrictions}}}]}
        """;
}
