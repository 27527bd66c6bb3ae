using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.Services;
using NodaTime;
using static Incidents.Application.Tests.Configuration.Written;

namespace Incidents.Application.Tests.Configuration;

public sealed class RoutingTests
{
    private static readonly OnCallConfiguration Configuration = Good(Base, """
        services:
          wide: { alarms: "checkout-*" }
          narrow: { alarms: ["checkout-api-*"], severity: sev3 }
          exact:
            alarms: [checkout-api-cpu]
            severity_rules:
              - { description: "*money*", severity: sev1 }
              - { alarm: "*-cpu", severity: sev4 }
          tie: { alarms: ["*-rehearsal"] }
          other: { alarms: ["dress-????*"] }
        """);

    [Theory]
    [InlineData("checkout-web", "wide")]
    [InlineData("checkout-api-5xx", "narrow")]
    [InlineData("checkout-api-cpu", "exact")]
    [InlineData("dress-rehearsal", "tie")]
    [InlineData("something else", "catch-all")]
    [InlineData("", "catch-all")]
    [InlineData("Checkout-web", "catch-all")]
    public void Route_MostSpecificPattern_Wins(string alarm, string service) =>
        Assert.Equal(new ServiceId(service), Configuration.Route(Alarm(alarm)).Service.Id);

    [Fact]
    public void Route_EquallySpecific_FirstInTheFilesWins()
    {
        Assert.Equal(new ServiceId("x"), Good(Base, "services:\n  x: { alarms: [\"*-bb\"] }\n  y: { alarms: [\"aa-*\"] }\n").Route(Alarm("aa-bb")).Service.Id);
        Assert.Equal(new ServiceId("y"), Good(Base, "services:\n  y: { alarms: [\"aa-*\"] }\n", "services:\n  x: { alarms: [\"*-bb\"] }\n").Route(Alarm("aa-bb")).Service.Id);
    }

    [Theory]
    [InlineData("", "catch-all")]
    [InlineData("team=checkout", "shop")]
    [InlineData("team=Checkout", "catch-all")]
    [InlineData("tier=1", "catch-all")]
    [InlineData("team=checkout tier=1", "shop-core")]
    [InlineData("team=checkout tier=2 stage=live", "alpha")]
    [InlineData("team=checkout stage=live tier=1", "shop-core")]
    [InlineData("stage=live", "alpha")]
    public void Route_Tags_AllHaveToFit_TheMostWin_ThenTheFirstId(string tags, string service)
    {
        var configuration = Good(Base, """
            services:
              shop: { alarm_tags: { team: checkout } }
              shop-live: { alarm_tags: { team: checkout, stage: test } }
              shop-core: { alarm_tags: { team: checkout, tier: "1" } }
              beta: { alarm_tags: { stage: live } }
              alpha: { alarm_tags: { stage: live } }
              none: { alarm_tags: {} }
            """);

        Assert.Equal(new ServiceId(service), configuration.Route(Tagged("x", tags)).Service.Id);
    }

    [Fact]
    public void Route_Pattern_GoesBeforeTags()
    {
        var configuration = Good(Base, "services:\n  tagged: { alarm_tags: { team: web, tier: front } }\n  named: { alarms: \"web-*\" }\n");

        Assert.Equal(new ServiceId("named"), configuration.Route(Tagged("web-5xx", "team=web tier=front")).Service.Id);
        Assert.Equal((new ServiceId("tagged"), "alarm tags team=web, tier=front; Sev2 by default"), (configuration.Route(Tagged("x", "team=web tier=front")).Service.Id, configuration.Route(Tagged("x", "team=web tier=front")).MatchedBy));
    }

    [Theory]
    [InlineData("checkout-api-cpu", "loses money, SEV3", Severity.Sev1)]
    [InlineData("checkout-api-cpu", "SEV3", Severity.Sev4)]
    [InlineData("checkout-api-5xx", "Runbook: … (sev1)", Severity.Sev1)]
    [InlineData("checkout-api-5xx", "severity=Sev4 team=x", Severity.Sev4)]
    [InlineData("checkout-api-5xx", "SEV2, later SEV1", Severity.Sev2)]
    [InlineData("checkout-api-5xx", "SEV12, SEV0, xsev1, SEV1x", Severity.Sev3)]
    [InlineData("checkout-web", "", Severity.Sev2)]
    [InlineData("unknown", "", Severity.Sev2)]
    [InlineData("unknown", "SEV3", Severity.Sev3)]
    public void Route_Severity_ByRuleThenDescriptionThenDefault(string alarm, string description, Severity severity) =>
        Assert.Equal(severity, Configuration.Route(Alarm(alarm) with { Description = description }).Severity);

    [Fact]
    public void Route_MatchedBy_SaysWhy()
    {
        Assert.Equal("alarm pattern \"checkout-api-*\"; Sev3 by the service's default", Configuration.Route(Alarm("checkout-api-5xx")).MatchedBy);
        Assert.Equal("no service claims this alarm; Sev2 by default", Configuration.Route(Alarm("x")).MatchedBy);
    }

    [Theory]
    [InlineData(Severity.Sev1, 3, Urgency.High)]
    [InlineData(Severity.Sev2, 3, Urgency.High)]
    [InlineData(Severity.Sev3, 11, Urgency.High)]
    [InlineData(Severity.Sev3, 3, Urgency.Low)]
    [InlineData(Severity.Sev4, 11, Urgency.Low)]
    public void UrgencyOf_SupportHours_CountForSev3(Severity severity, int hourUtc, Urgency urgency)
    {
        var configuration = Good(Base, "services:\n  a: { support_hours: { zone: Europe/Berlin, days: [MO], from: 09:00, to: 17:00 } }\n");

        Assert.Equal(urgency, configuration.UrgencyOf(configuration.Find(new ServiceId("a"))!, severity, Instant.FromUtc(2026, 9, 14, hourUtc, 0)));
    }

    [Fact]
    public void UrgencyOf_NoSupportHours_Sev3IsHigh() =>
        Assert.Equal(Urgency.High, Configuration.UrgencyOf(Configuration.Find(new ServiceId("wide"))!, Severity.Sev3, Now));

    [Theory]
    [InlineData("high", Severity.Sev4, Urgency.High)]
    [InlineData("high", Severity.Sev3, Urgency.High)]
    [InlineData("low", Severity.Sev1, Urgency.Low)]
    [InlineData("low", Severity.Sev3, Urgency.Low)]
    [InlineData("by_severity", Severity.Sev1, Urgency.High)]
    [InlineData("by_severity", Severity.Sev4, Urgency.Low)]
    public void GradeOf_OwnUrgencyOfTheService_GoesBeforeSeverityAndClock(string own, Severity severity, Urgency urgency)
    {
        var configuration = Good(Base, $"services:\n  a: {{ urgency: {own} }}\n");

        Assert.Equal(new Grade(urgency, RaiseAt: null), configuration.GradeOf(configuration.Find(new ServiceId("a"))!, severity, Now));
    }

    [Fact]
    public void GradeOf_LowWithSupportHours_NeverBecomesUrgentAndIsWarnedOf()
    {
        var configuration = Good(Base, "services:\n  a: { urgency: low, support_hours: { zone: Europe/Berlin, days: [TU], from: 09:00, to: 17:00 } }\n");

        Assert.Null(configuration.GradeOf(configuration.Find(new ServiceId("a"))!, Severity.Sev3, Now).RaiseAt);
        Assert.Equal(
            ["config/b.yaml:2:22: warning: With `urgency: low` the time of day changes nothing. Remove `support_hours` or `urgency`."],
            configuration.Warnings.Select(warning => warning.ToString()));
    }

    [Theory]
    [InlineData("2026-09-14T19:59:00", false)]
    [InlineData("2026-09-14T20:00:00", true)]
    [InlineData("2026-09-15T03:59:00", true)]
    [InlineData("2026-09-15T04:00:00", false)]
    [InlineData("2026-09-14T01:00:00", false)]
    public void SupportHours_AcrossMidnight_BelongToTheDayTheyBegin(string utc, bool within)
    {
        var hours = new SupportHours(DateTimeZone.Utc, new HashSet<IsoDayOfWeek> { IsoDayOfWeek.Monday }, new LocalTime(20, 0), new LocalTime(4, 0));

        Assert.Equal(within, hours.Contains(NodaTime.Text.InstantPattern.General.Parse(utc + "Z").Value));
    }

    [Theory]
    [InlineData("02:30", "09:00", "2026-10-25T00:29:00", false)]
    [InlineData("02:30", "09:00", "2026-10-25T00:30:00", true)]
    [InlineData("02:30", "09:00", "2026-10-25T01:15:00", true)]
    [InlineData("02:30", "09:00", "2026-10-25T07:59:00", true)]
    [InlineData("02:30", "09:00", "2026-10-25T08:00:00", false)]
    [InlineData("00:00", "02:30", "2026-10-25T00:29:00", true)]
    [InlineData("00:00", "02:30", "2026-10-25T00:30:00", false)]
    [InlineData("00:00", "02:30", "2026-10-25T01:15:00", false)]
    [InlineData("02:30", "09:00", "2026-03-29T00:59:00", false)]
    [InlineData("02:30", "09:00", "2026-03-29T01:00:00", true)]
    public void SupportHours_WhenClocksChange_BeginAndEndOnce(string from, string to, string utc, bool within) =>
        Assert.Equal(within, Sundays(from, to).Contains(NodaTime.Text.InstantPattern.General.Parse(utc + "Z").Value));

    [Theory]
    [InlineData("02:30", "09:00", "2026-10-25T00:00:00", "2026-10-25T00:30:00")]
    [InlineData("02:30", "09:00", "2026-10-25T00:30:00", "2026-11-01T01:30:00")]
    [InlineData("02:30", "09:00", "2026-03-29T00:00:00", "2026-03-29T01:00:00")]
    [InlineData("02:10", "02:50", "2026-03-29T00:00:00", "2026-04-05T00:10:00")]
    public void SupportHours_NextBegin_WhenClocksChange_IsWhenTheyBegin(string from, string to, string after, string begin) => Assert.Equal(
        NodaTime.Text.InstantPattern.General.Parse(begin + "Z").Value,
        Sundays(from, to).NextBegin(NodaTime.Text.InstantPattern.General.Parse(after + "Z").Value));

    private static SupportHours Sundays(string from, string to) => new(
        DateTimeZoneProviders.Tzdb["Europe/Berlin"],
        new HashSet<IsoDayOfWeek> { IsoDayOfWeek.Sunday },
        NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(from).Value,
        NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(to).Value);

    private static Alarm Tagged(string name, string tags) => Alarm(name) with
    {
        Tags = tags.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(tag => tag.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]),
    };

    private static Alarm Alarm(string name) => new()
    {
        Key = new DedupKey($"arn:aws:cloudwatch:eu-west-1:123456789012:alarm:{name}"),
        Name = name,
        State = AlarmState.Alarm,
        ChangedAt = Now,
        Origin = new AlarmOrigin("aws", "eu-west-1", "123456789012"),
    };
}
