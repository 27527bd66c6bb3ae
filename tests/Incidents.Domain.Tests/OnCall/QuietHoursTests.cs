using Incidents.Domain.OnCall;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Domain.Tests.OnCall;

public class QuietHoursTests
{
    private static readonly IsoDayOfWeek[] Every = [.. Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None)];

    [Theory]
    [InlineData("2026-09-14T19:59:59Z", null)]
    [InlineData("2026-09-14T20:00:00Z", "2026-09-15T05:00:00Z")]
    [InlineData("2026-09-15T04:59:59Z", "2026-09-15T05:00:00Z")]
    [InlineData("2026-09-15T05:00:00Z", null)]
    public void EndAt_AcrossMidnight_IsTheNextMorning(string at, string? end) => Assert.Equal(end, End("22:00", "07:00", at));

    [Theory]
    [InlineData("2026-09-14T10:30:00Z", "2026-09-14T11:00:00Z")]
    [InlineData("2026-09-14T11:00:00Z", null)]
    [InlineData("2026-09-14T09:59:59Z", null)]
    public void EndAt_WithinADay_IsTheSameDay(string at, string? end) => Assert.Equal(end, End("12:00", "13:00", at));

    [Theory]
    [InlineData("2026-09-14T22:00:00Z", "2026-09-15T05:00:00Z")]
    [InlineData("2026-09-15T22:00:00Z", null)]
    [InlineData("2026-09-13T23:00:00Z", null)]
    public void EndAt_SomeDays_CountTheDayOnWhichTheyBegin(string at, string? end) => Assert.Equal(end, End("22:00", "07:00", at, IsoDayOfWeek.Monday));

    [Theory]
    [InlineData("22:00", "02:30", "2026-03-28T23:00:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("22:00", "02:30", "2026-03-29T01:00:00Z", null)]
    [InlineData("22:00", "07:00", "2026-03-29T00:30:00Z", "2026-03-29T05:00:00Z")]
    [InlineData("02:30", "07:00", "2026-03-29T01:00:00Z", "2026-03-29T05:00:00Z")]
    [InlineData("22:00", "02:30", "2026-10-25T00:15:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("22:00", "02:30", "2026-10-25T01:15:00Z", null)]
    [InlineData("02:30", "07:00", "2026-10-25T01:15:00Z", "2026-10-25T06:00:00Z")]
    public void EndAt_WhenClocksChange_ASkippedTimeComesAfterTheGapAndARepeatedOneFirst(string from, string to, string at, string? end) =>
        Assert.Equal(end, End(from, to, at));

    [Fact]
    public void EndAt_OneEndsWhereTheNextBegins_IsTheEndOfTheSecond() => Assert.Equal("2026-03-30T00:10:00Z", End("02:30", "02:10", "2026-03-28T12:00:00Z"));

    private static string? End(string from, string to, string at, params IsoDayOfWeek[] days)
    {
        var clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
        var hours = new QuietHours(
            DateTimeZoneProviders.Tzdb["Europe/Berlin"], (days.Length > 0 ? days : Every).ToHashSet(), clock.Parse(from).Value, clock.Parse(to).Value);
        return hours.EndAt(InstantPattern.General.Parse(at).Value) is { } end ? InstantPattern.General.Format(end) : null;
    }
}
