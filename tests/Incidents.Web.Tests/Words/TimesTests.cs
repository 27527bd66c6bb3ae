using Incidents.Web.Words;
using NodaTime;

namespace Incidents.Web.Tests.Words;

public class TimesTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 9, 14, 3, 12, 5);

    [Theory]
    [InlineData(-3, "0 s")]
    [InlineData(59, "59 s")]
    [InlineData(60, "1 min")]
    [InlineData(3_599, "59 min")]
    [InlineData(3_660, "1 h 1 min")]
    [InlineData(90_000, "1 d 1 h")]
    public void Length_IsToldInTwoUnitsAtMost(int seconds, string expected) => Assert.Equal(expected, Times.Length(Duration.FromSeconds(seconds)));

    [Theory]
    [InlineData(0, "just now")]
    [InlineData(-60, "1 min ago")]
    [InlineData(60, "in 1 min")]
    public void Ago_LooksBothWays(int seconds, string expected) => Assert.Equal(expected, Times.Ago(Now + Duration.FromSeconds(seconds), Now));

    [Fact]
    public void Short_NamesTheDayOnlyWhenItIsAnother()
    {
        Assert.Equal("03:11", Times.Short(Now - Duration.FromMinutes(1), Now));
        Assert.Equal("13 Sep 2026 03:12", Times.Short(Now - Duration.FromDays(1), Now));
    }

    [Fact]
    public void Iso_IsUtcWithAtMostMilliseconds()
    {
        Assert.Equal("2026-09-14T03:12:05Z", Times.Iso(Now));
        Assert.Equal("2026-09-14T03:12:05.123Z", Times.Iso(Now + Duration.FromNanoseconds(123_456_789)));
    }
}
