using Incidents.Application.Store;
using Incidents.Configuration.Authoring.Templates;
using Incidents.Configuration.Loading;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.OnCall;
using Incidents.Domain.Paging;
using NodaTime;

namespace Incidents.Application.Tests.Configuration;

/// <summary>The configuration a newcomer meets: the sample and the template.</summary>
public sealed class ShippedConfigurationTests
{
    [Fact]
    public void Template_IsUnderFifteenLinesAndPagesSomebody()
    {
        Assert.InRange(ConfigurationTemplate.Smallest.TrimEnd().Split('\n').Length, 1, 14);

        var configuration = Written.Good(ConfigurationTemplate.Smallest);

        Assert.Empty(configuration.Warnings);
        Assert.Empty(configuration.Unwakeable);
        Assert.Single(configuration.PlannerFor(configuration.CatchAll.Service, Written.Now).Start(Urgency.High, new IncidentNumber(1)).Targets);
        Assert.Empty(configuration.PlannerFor(configuration.CatchAll.Service, Written.Now).Start(Urgency.High, new IncidentNumber(1)).Remarks);
    }

    [Fact]
    public void Sample_HasNothingToMend() => Assert.Empty(Sample().Warnings.Concat(Sample().Unwakeable));

    [Fact]
    public void Sample_EverybodyHasAPhoneThatRings() =>
        Assert.All(Sample().People.Values, person => Assert.Contains(Sample().RulesFor(person, Urgency.High), rule => ContactMethods.Wakes(rule.Channel)));

    [Theory]
    [InlineData("checkout-service-degraded", "checkout", Severity.Sev1)]
    [InlineData("checkout-api-error-rate", "checkout", Severity.Sev2)]
    [InlineData("checkout", "checkout", Severity.Sev1)]
    [InlineData("payments-heartbeat", "payments", Severity.Sev1)]
    [InlineData("search-latency", "search", Severity.Sev3)]
    [InlineData("worker-queue-lag-by-team", "workers", Severity.Sev3)]
    [InlineData("db_mem", "catch-all", Severity.Sev2)]
    public void Sample_Alarm_GoesToItsService(string alarm, string service, Severity severity)
    {
        var route = Sample().Route(new Alarm
        {
            Key = new DedupKey(alarm),
            Name = alarm,
            State = AlarmState.Alarm,
            ChangedAt = Written.Now,
            Origin = new AlarmOrigin("aws", "eu-west-1", "123456789012"),
        });

        Assert.Equal((new ServiceId(service), severity), (route.Service.Id, route.Severity));
        Assert.Equal(Duration.Zero, route.Service.Rules.ResolveAfter);
    }

    [Fact]
    public void Sample_Rotation_ChangesOnMondayMorningInBerlinAndNeverLeavesAGap()
    {
        var primary = Sample().Schedules[new ScheduleId("primary")].Calendar;
        var (from, to) = (Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2027, 1, 1, 0, 0));

        Assert.Empty(primary.Gaps(from, to));
        Assert.All(primary.Segments(from, to).SkipLast(1), week => Assert.Equal(
            (IsoDayOfWeek.Monday, new LocalTime(9, 0)),
            (week.To.InZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).DayOfWeek, week.To.InZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).TimeOfDay)));
    }

    [Fact]
    public void Sample_PrimaryAndSecondary_AreNeverTheSamePerson()
    {
        var sample = Sample();
        for (var day = 0; day < 60; day++)
        {
            var onDuty = sample.OnCallNow(Written.Now + Duration.FromDays(day)).SelectMany(schedule => schedule.People).ToArray();
            Assert.Equal(2, onDuty.Distinct().Count());
        }
    }

    private static OnCallConfiguration Sample() =>
        Assert.IsType<ConfigurationResult.Valid>(new ConfigurationDirectory(Path.Combine(AppContext.BaseDirectory, "config")).Load(Written.Now)).Configuration;
}
