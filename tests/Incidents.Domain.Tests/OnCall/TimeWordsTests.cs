using Incidents.Domain.OnCall;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Domain.Tests.OnCall;

/// <summary>Local times as people say them, also on the days the clocks change.</summary>
public class TimeWordsTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Theory]
    [InlineData("2026-09-14T07:12:00Z", "09:00", "2026-09-15T07:00:00Z")]
    [InlineData("2026-09-14T03:12:00Z", "09:00", "2026-09-14T07:00:00Z")]
    [InlineData("2026-09-14T07:12:00Z", "9:00", "2026-09-15T07:00:00Z")]
    [InlineData("2026-09-14T03:12:00Z", "tomorrow 09:00", "2026-09-15T07:00:00Z")]
    [InlineData("2026-09-13T22:30:00Z", "tomorrow 09:00", "2026-09-15T07:00:00Z")]
    [InlineData("2026-09-14T03:12:00Z", "today 18:00", "2026-09-14T16:00:00Z")]
    [InlineData("2026-09-14T03:12:00Z", "fri 18:00", "2026-09-18T16:00:00Z")]
    [InlineData("2026-09-14T03:12:00Z", "Friday 18:00", "2026-09-18T16:00:00Z")]
    [InlineData("2026-09-14T03:12:00Z", "mon 09:00", "2026-09-14T07:00:00Z")]
    [InlineData("2026-09-14T08:12:00Z", "MO 09:00", "2026-09-21T07:00:00Z")]
    [InlineData("2026-10-23T03:12:00Z", "mon 09:00", "2026-10-26T08:00:00Z")]
    [InlineData("2026-09-14T03:12:00Z", "2026-12-24 18:00", "2026-12-24T17:00:00Z")]
    [InlineData("2026-09-14T03:12:00Z", "2026-12-24T18:00:00Z", "2026-12-24T18:00:00Z")]
    public void V15_Words_MeanTheNextSuchTimeByTheClockOfTheZone(string now, string words, string instant) =>
        Assert.Equal(new TimeReading(At(instant), null), TimeWords.Parse(words)!.In(Berlin, At(now)));

    [Theory]
    [InlineData("2026-03-28T12:00:00Z", "tomorrow 02:30")]
    [InlineData("2026-03-28T12:00:00Z", "sun 02:00")]
    [InlineData("2026-03-28T22:00:00Z", "02:30")]
    public void V15_Words_WhenTheClocksSkipTheTime_AreRefusedWithTheNext(string now, string words)
    {
        var problem = TimeWords.Parse(words)!.In(Berlin, At(now)).Problem;

        Assert.Contains("does not exist", problem, StringComparison.Ordinal);
        Assert.Contains("2026-03-29T01:00:00Z", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-10-24T12:00:00Z", "tomorrow 02:30")]
    [InlineData("2026-10-24T12:00:00Z", "2026-10-25 02:30")]
    public void V15_Words_WhenTheClocksShowTheTimeTwice_AreRefusedWithBoth(string now, string words)
    {
        var problem = TimeWords.Parse(words)!.In(Berlin, At(now)).Problem;

        Assert.Contains("comes twice", problem, StringComparison.Ordinal);
        Assert.Contains("2026-10-25T00:30:00Z", problem, StringComparison.Ordinal);
        Assert.Contains("2026-10-25T01:30:00Z", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void V15_Words_OfAnEnd_ComeAfterTheBeginning() => Assert.Equal(
        At("2026-09-19T04:00:00Z"),
        TimeWords.Parse("06:00")!.In(Berlin, At("2026-09-14T03:12:00Z"), after: At("2026-09-18T20:00:00Z")).At);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("25:00")]
    [InlineData("t 09:00")]
    [InlineData("someday 09:00")]
    [InlineData("tomorrow")]
    [InlineData("fri 18:00 sharp")]
    [InlineData("2026-02-30 09:00")]
    [InlineData("2026-12-24T18:00")]
    public void V15_Words_OfNoForm_AreNone(string? words) => Assert.Null(TimeWords.Parse(words));

    private static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;
}
