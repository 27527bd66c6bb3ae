using Incidents.Application.Notifications;
using NodaTime;

namespace Incidents.Application.Tests.Slack.Cards;

public sealed class CardTimesTests
{
    private static readonly Instant Night = Instant.FromUtc(2026, 10, 25, 0, 15);
    private static readonly CardTimes Berlin = new(DateTimeZoneProviders.Tzdb["Europe/Berlin"]);

    [Fact]
    public void V15_Time_InTheHourTheClocksShowTwice_SaysWhichOfTheTwo()
    {
        Assert.Equal("02:15 CEST (Europe/Berlin)", Berlin.Of(Night, Night));
        Assert.Equal("02:15 CET (Europe/Berlin)", Berlin.Of(Night + Duration.FromHours(1), Night));
        Assert.Equal("03:15 (Europe/Berlin)", Berlin.Of(Night + Duration.FromHours(2), Night));
    }

    [Theory]
    [InlineData(-24, "Sat 24 Oct 02:15 (Europe/Berlin)")]
    [InlineData(-23, "03:15 (Europe/Berlin)")]
    [InlineData(24, "Mon 26 Oct 01:15 (Europe/Berlin)")]
    public void V15_Time_OfAnotherDay_NamesTheDay(int hours, string expected) => Assert.Equal(expected, Berlin.Of(Night + Duration.FromHours(hours), Night));

    [Fact]
    public void V15_Time_ForSlack_IsItsDate_WithTheZoneWhereItIsNotRendered()
    {
        Assert.Equal("<!date^1792898100^{date_short_pretty} {time}|04:15 (Europe/Berlin)>", Berlin.Date(Night + Duration.FromHours(3), Night).Value);
        Assert.Equal("<!date^1792898100^{date_short_pretty} {time}|Sun 25 Oct 04:15 (Europe/Berlin)>", Berlin.Date(Night + Duration.FromHours(3)).Value);
    }

    [Fact]
    public void V15_Time_ForReadersOfSeveralZones_IsInUtc() => Assert.Equal("2026-10-25 00:15 UTC", CardTimes.InUtc(Night));
}
