using Incidents.Domain.Incidents;
using Incidents.Domain.Maintenance;
using NodaTime;

namespace Incidents.Domain.Tests.Maintenance;

public class MaintenanceWindowTests
{
    private static readonly Instant Ten = Instant.FromUtc(2026, 9, 14, 10, 0);
    private static readonly ServiceTag Front = new("tier", "front");

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void Covers_FromItsFirstInstantUpToItsEnd(int minute, bool silent) =>
        Assert.Equal(silent, Window(services: ["checkout"]).Covers(new ServiceId("checkout"), [], "any", null, Ten + Duration.FromMinutes(minute)));

    [Fact]
    public void Covers_WhenEndedEarly_IsOverFromThen()
    {
        var window = Window(services: ["checkout"]) with { EndedAt = Ten + Duration.FromMinutes(20) };

        Assert.True(window.Covers(new ServiceId("checkout"), [], null, null, Ten + Duration.FromMinutes(19)));
        Assert.False(window.Covers(new ServiceId("checkout"), [], null, null, Ten + Duration.FromMinutes(20)));
        Assert.Equal(MaintenanceState.Over, window.StateAt(Ten + Duration.FromMinutes(20)));
    }

    [Fact]
    public void Covers_WhenCalledOffBeforeItBegan_IsNever() =>
        Assert.False((Window(services: ["checkout"]) with { EndedAt = Ten - Duration.FromHours(1) }).Covers(new ServiceId("checkout"), [], null, null, Ten));

    [Theory]
    [InlineData("checkout", "checkout-latency", true)]
    [InlineData("checkout", "checkout-5xx", false)]
    [InlineData("payments", "payments-latency", false)]
    [InlineData("checkout", null, false)]
    public void Covers_EveryKindOfSelectorGiven(string service, string? alarm, bool silent) =>
        Assert.Equal(silent, Window(services: ["checkout"], alarms: ["*-latency"]).Covers(new ServiceId(service), [], alarm, null, Ten));

    [Fact]
    public void Covers_AnyOfOneKind()
    {
        var window = Window(alarms: ["disk-*", "cpu-*"]);

        Assert.True(window.Covers(new ServiceId("any"), [], "cpu-high", null, Ten));
        Assert.True(window.Covers(new ServiceId("other"), [], "disk-full", null, Ten));
        Assert.False(window.Covers(new ServiceId("any"), [], "memory", null, Ten));
    }

    [Fact]
    public void Covers_AServiceWithTheTag_AndAnIncidentWithoutAlarm()
    {
        var window = Window(tags: [Front]);

        Assert.True(window.Covers(new ServiceId("checkout"), [new("team", "web"), Front], alarm: null, null, Ten));
        Assert.False(window.Covers(new ServiceId("checkout"), [new("tier", "back")], alarm: null, null, Ten));
    }

    [Fact]
    public void Covers_WithoutSelectors_IsNothing() => Assert.False(Window().Covers(new ServiceId("checkout"), [Front], "any", null, Ten));

    [Fact]
    public void SilenceUntil_IsTheEndOfTheLongest()
    {
        MaintenanceWindow[] windows = [Window(services: ["checkout"]), Window(services: ["checkout"], minutes: 90), Window(services: ["payments"], minutes: 500)];

        Assert.Equal(Ten + Duration.FromMinutes(90), MaintenanceSuppression.Until(windows, new ServiceId("checkout"), [], "any", origin: null, Ten));
        Assert.Null(MaintenanceSuppression.Until(windows, new ServiceId("search"), [], "any", origin: null, Ten));
    }

    [Fact]
    public void SilenceUntil_GoesOnWhereTheNextWindowHasBegun()
    {
        var second = Window(alarms: ["*-5xx"]) with { From = Ten + Duration.FromMinutes(60), To = Ten + Duration.FromMinutes(100) };

        Assert.Equal(Ten + Duration.FromMinutes(100), MaintenanceSuppression.Until([second, Window(services: ["checkout"])], new ServiceId("checkout"), [], "checkout-5xx", origin: null, Ten));
        Assert.Equal(Ten + Duration.FromMinutes(60), MaintenanceSuppression.Until([second, Window(services: ["checkout"])], new ServiceId("checkout"), [], "checkout-cpu", origin: null, Ten));
    }

    [Theory]
    [InlineData(0, 60, null)]
    [InlineData(-30, 60, null)]
    [InlineData(0, 0, "to")]
    [InlineData(60, 0, "to")]
    [InlineData(-90, 60, "to")]
    [InlineData(0, 30 * 24 * 60, null)]
    [InlineData(0, (30 * 24 * 60) + 1, "to")]
    [InlineData(366 * 24 * 60, 60, null)]
    [InlineData((366 * 24 * 60) + 1, 60, "from")]
    public void Check_OfTimes(int begins, int minutes, string? field)
    {
        var from = Ten + Duration.FromMinutes(begins);
        var window = Window(services: ["checkout"]) with { From = from, To = from + Duration.FromMinutes(minutes) };

        Assert.Equal(field, MaintenanceRules.Check(window, Ten)?.Field);
    }

    [Fact]
    public void Check_OfWords()
    {
        Assert.Equal("reason", MaintenanceRules.Check(Window(services: ["a"]) with { Reason = " " }, Ten)?.Field);
        Assert.Equal("reason", MaintenanceRules.Check(Window(services: ["a"]) with { Reason = new string('x', 251) }, Ten)?.Field);
        Assert.Equal("services", MaintenanceRules.Check(Window(), Ten)?.Field);
        Assert.Equal("services", MaintenanceRules.Check(Window(alarms: [new string('x', 1_001)]), Ten)?.Field);
    }

    [Theory]
    [InlineData("tier=front", "tier", "front")]
    [InlineData(" tier = a=b ", "tier", "a=b")]
    public void Tag_IsDividedAtTheFirstSign(string text, string key, string value)
    {
        Assert.True(ServiceTag.TryParse(text, out var tag));
        Assert.Equal(new ServiceTag(key, value), tag);
    }

    [Theory]
    [InlineData("tier")]
    [InlineData("=front")]
    [InlineData("tier=")]
    [InlineData("")]
    public void Tag_WithoutBothParts_IsNone(string text) => Assert.False(ServiceTag.TryParse(text, out _));

    private static MaintenanceWindow Window(string[]? services = null, string[]? alarms = null, ServiceTag[]? tags = null, int minutes = 60) => new()
    {
        Id = "mw-test",
        Reason = "moving the database",
        By = new Actor("ana", "Ana", Via.Console),
        From = Ten,
        To = Ten + Duration.FromMinutes(minutes),
        Services = [.. (services ?? []).Select(id => new ServiceId(id))],
        Alarms = [.. (alarms ?? []).Select(pattern => new Glob(pattern))],
        Tags = tags ?? [],
    };
}
