using Incidents.Configuration.Authoring.Comparing;
using NodaTime;
using static Incidents.Application.Tests.Configuration.Written;

namespace Incidents.Application.Tests.Configuration;

public sealed class WatchdogConfigurationTests
{
    [Fact]
    public void V13_Watchdog_IsTheNameOfASecret()
    {
        Assert.Null(Good(Base).WatchdogSecret);
        Assert.Equal("watchdog-url", Good(Base, "watchdog: watchdog-url\n").WatchdogSecret);
    }

    [Fact]
    public void V13_Watchdog_WithTheAddressItself_IsRefused_AndNotRepeated()
    {
        var problem = Assert.Single(Problems(Base, "watchdog: https://hc.example.com/ping/canary5f1d\n"));

        Assert.Contains("`watchdog` must be the name of the secret that holds the watchdog's URL", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("canary5f1d", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void V13_Watchdog_Added_IsToldByTheComparison()
    {
        var comparison = ConfigurationComparison.Between(Good(Base), Good(Base, "watchdog: watchdog-url\n"), Now, Now + Duration.FromDays(1));

        Assert.Contains(ComparisonText.Lines(comparison), line => line.Contains("watchdog", StringComparison.Ordinal));
    }
}
