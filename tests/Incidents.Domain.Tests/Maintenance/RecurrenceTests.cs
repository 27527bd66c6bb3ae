using Incidents.Domain.Incidents;
using Incidents.Domain.Maintenance;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Domain.Tests.Maintenance;

/// <summary>Windows that come again, by the clock of a zone.</summary>
public class RecurrenceTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Theory]
    [InlineData("SU 02:00", "2026-09-14T03:12:00Z", "2026-09-20T00:00:00Z")]
    [InlineData("SU 02:00", "2026-09-20T00:30:00Z", "2026-09-20T00:00:00Z")]
    [InlineData("SU 02:00", "2026-09-20T01:00:00Z", "2026-09-27T00:00:00Z")]
    [InlineData("sun,wed 22:30", "2026-09-14T03:12:00Z", "2026-09-16T20:30:00Z")]
    [InlineData("daily 23:30", "2026-09-14T22:10:00Z", "2026-09-14T21:30:00Z")]
    [InlineData("SU 02:30", "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("SU 02:30", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("SU 02:30", "2026-10-25T01:40:00Z", "2026-11-01T01:30:00Z")]
    public void V15_Round_IsTheOneThatRunsElseTheNext(string every, string now, string begins) =>
        Assert.Equal(At(begins), Recurrence.Parse(every, Duration.FromHours(1), Berlin)!.At(At(now)).Start);

    [Theory]
    [InlineData("SU")]
    [InlineData("XX 02:00")]
    [InlineData("SU 2am")]
    [InlineData("SU 02:00 02:30")]
    public void V15_Every_OfNoForm_IsNone(string every) => Assert.Null(Recurrence.Parse(every, Duration.FromHours(1), Berlin));

    [Fact]
    public void V15_Window_ThatRecurs_SilencesItsRoundsAndNothingBetween()
    {
        var window = Every("SU 02:00", Duration.FromHours(1));

        Assert.Equal(MaintenanceState.Planned, window.StateAt(At("2026-09-19T23:59:00Z")));
        Assert.Equal(MaintenanceState.Active, window.StateAt(At("2026-09-20T00:00:00Z")));
        Assert.Equal(At("2026-09-20T01:00:00Z"), MaintenanceSuppression.Until([window], new ServiceId("checkout"), [], null, origin: null, At("2026-09-20T00:10:00Z")));
        Assert.Null(MaintenanceSuppression.Until([window], new ServiceId("checkout"), [], null, origin: null, At("2026-09-20T01:00:00Z")));
        Assert.Equal(MaintenanceState.Active, window.StateAt(At("2026-09-27T00:30:00Z")));
        Assert.Equal(MaintenanceState.Over, (window with { EndedAt = At("2026-09-21T00:00:00Z") }).StateAt(At("2026-09-27T00:30:00Z")));
    }

    [Theory]
    [InlineData("SU", 60, "every")]
    [InlineData("SU 02:00", 0, "for")]
    [InlineData("SU 02:00", 2000, "for")]
    [InlineData("SU 02:00", 60, null)]
    public void V15_Window_ThatRecurs_IsChecked(string every, int minutes, string? field) =>
        Assert.Equal(field, MaintenanceRules.Check(Every(every, Duration.FromMinutes(minutes)), At("2026-09-14T03:12:00Z"))?.Field);

    private static MaintenanceWindow Every(string every, Duration length) => new()
    {
        Id = "mw-1",
        Reason = "backups",
        By = Actor.System,
        From = At("2026-09-14T03:12:00Z"),
        To = At("2026-09-14T03:12:00Z") + MaintenanceRules.RecursFor,
        Services = [new ServiceId("checkout")],
        Every = every,
        Length = length,
        Zone = "Europe/Berlin",
    };

    private static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;
}
