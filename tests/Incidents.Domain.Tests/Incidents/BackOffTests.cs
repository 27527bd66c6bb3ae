using Incidents.Domain.Incidents;

namespace Incidents.Domain.Tests.Incidents;

public sealed class BackOffTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(3, 9)]
    [InlineData(4, 27)]
    [InlineData(5, 60)]
    [InlineData(99, 60)]
    public void After_GrowsToAMinute(int attempt, int seconds) => Assert.InRange(BackOff.After(attempt, "INC-142.7").TotalSeconds, seconds * 0.8, seconds);

    [Fact]
    public void After_OfPagesThatFailedTogether_IsSpread() =>
        Assert.True(Enumerable.Range(1, 100).Select(page => (int)(BackOff.After(5, $"INC-142.{page}").TotalSeconds * 4)).Distinct().Count() > 20);

    [Fact]
    public void After_OfTheSamePage_IsTheSame() => Assert.Equal(BackOff.After(3, "INC-142.7"), BackOff.After(3, "INC-142.7"));
}
