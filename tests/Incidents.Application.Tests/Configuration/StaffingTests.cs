using Incidents.Domain;
using Incidents.Domain.Configuration;
using NodaTime;
using static Incidents.Application.Tests.Configuration.Written;

namespace Incidents.Application.Tests.Configuration;

/// <summary>What only a calendar can tell: when a page would find nobody.</summary>
public sealed class StaffingTests
{
    private const string Days = "time_zone: Etc/UTC, rotation: weekly, participants: [ada, grace], gaps: intended, restrictions: [{ type: daily, start: 08:00, end: 20:00 }]";
    private const string Nights = "time_zone: Etc/UTC, rotation: weekly, participants: [ada, grace], gaps: intended, restrictions: [{ type: daily, start: 20:00, end: 06:00 }]";

    private static readonly Instant Morning = Instant.FromUtc(2026, 9, 14, 0, 0);

    [Fact]
    public void PolicyWithAGap_IsLeftToTheCatchAll()
    {
        var staffing = Of(Good(Base, Policy("[{ targets: [schedule: days] }]")), "a");

        Assert.Empty(staffing.Nobody);
        Assert.Equal([new Interval(Morning, At(8)), new Interval(At(20), Morning + Duration.FromDays(1))], staffing.OnlyCatchAll);
        Assert.Equal(12 * 60, Staffing.Minutes(staffing.OnlyCatchAll));
    }

    [Fact]
    public void StepsTogether_LeaveOnlyWhatNoneOfThemCovers() => Assert.Equal(
        [new Interval(At(6), At(8))],
        Of(Good(Base, Policy("[{ targets: [schedule: days] }, { targets: [schedule: nights] }]")), "a").OnlyCatchAll);

    [Fact]
    public void PersonOrTeam_IsAlwaysThere_UnlessTheyHaveLeft()
    {
        Assert.Empty(Of(Good(Base, Policy("[{ targets: [schedule: days] }, { targets: [person: grace] }]")), "a").OnlyCatchAll);
        Assert.NotEmpty(Of(Good(Base, Policy("[{ targets: [schedule: days] }, { targets: [person: alan] }]") + "people:\n  alan: { active: false }\n"), "a").OnlyCatchAll);
    }

    [Fact]
    public void SomebodyWhoHasLeft_IsNobody() => Assert.Equal(
        24 * 60,
        Staffing.Minutes(Of(Good(Base, "people:\n  alan: { active: false }\nschedules:\n  s: { time_zone: Etc/UTC, rotation: daily, participants: [alan, alan] }\nescalation_policies:\n  p: { steps: [{ targets: [schedule: s] }] }\nservices:\n  a: { policy: p }\n"), "a").OnlyCatchAll));

    [Fact]
    public void Nobody_NotEvenTheCatchAll_IsAWarningWithItsMinutes()
    {
        const string People = "people:\n  ada: { slack: U0ADA00001 }\n  grace: { slack: U0GRACE001 }\ncatch_all: { targets: [schedule: nights] }\n";

        // 90 days from a Monday 11:00, from 06:00 to 08:00 each day, and for the catch-all from 06:00 to 20:00.
        Assert.Equal(
            [
                "config/a.yaml:4:1: warning: \"catch-all\" would page nobody for 75,600 minutes of the next 90 days, first from 2026-09-14T11:00:00Z to 2026-09-14T20:00:00Z. Close the gap, or give the catch-all somebody who is always there.",
                "config/b.yaml:7:3: warning: \"a\" would page nobody for 10,800 minutes of the next 90 days, first from 2026-09-15T06:00:00Z to 2026-09-15T08:00:00Z. Close the gap, or give the catch-all somebody who is always there.",
            ],
            Problems(People, Policy("[{ targets: [schedule: days] }, { targets: [schedule: nights] }]")));
    }

    private static string Policy(string steps) => $"schedules:\n  days: {{ {Days} }}\n  nights: {{ {Nights} }}\nescalation_policies:\n  p: {{ steps: {steps} }}\nservices:\n  a: {{ policy: p }}\n";

    private static Staffing Of(OnCallConfiguration configuration, string service) =>
        Assert.Single(Staffing.Of(configuration, Morning, Morning + Duration.FromDays(1)), one => one.Service == new ServiceId(service));

    private static Instant At(int hour) => Morning + Duration.FromHours(hour);
}
