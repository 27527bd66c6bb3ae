using Incidents.Application.Runbooks;
using Incidents.Domain;

namespace Incidents.Application.Tests.Runbooks;

public class RunbookLibraryTests
{
    [Fact]
    public void For_ManyThatMatch_MostSpecificFirstThenById()
    {
        var library = new RunbookLibrary(
        [
            Samples.Runbook("any", "alarms: \"*\""),
            Samples.Runbook("b-suffix", "alarms: [\"*-5xx\"]"),
            Samples.Runbook("a-suffix", "alarms: [\"*-5xx\"]"),
            Samples.Runbook("exact", "alarms: [checkout-alb-5xx]"),
            Samples.Runbook("prefix", "alarms: [\"nothing\", \"checkout-alb-*\"]"),
            Samples.Runbook("other", "alarms: [\"cart-*\"]"),
        ]);

        Assert.Equal(["exact", "prefix", "a-suffix", "b-suffix", "any"], Ids(library, "checkout", "checkout-alb-5xx"));
    }

    [Fact]
    public void For_EquallySpecificAlarm_TheServicesOwnComesFirst()
    {
        var library = new RunbookLibrary(
        [
            Samples.Runbook("everybody", "alarms: [\"*-5xx\"]"),
            Samples.Runbook("ours", "alarms: [\"*-5xx\"]\nservices: checkout"),
            Samples.Runbook("theirs", "alarms: [\"*-5xx\"]\nservices: cart"),
        ]);

        Assert.Equal(["ours", "everybody"], Ids(library, "checkout", "checkout-alb-5xx"));
    }

    [Fact]
    public void For_ServiceWithoutAlarms_MatchesAnyAlarmOfIt()
    {
        var library = new RunbookLibrary([Samples.Runbook("general", "services: checkout")]);

        Assert.Equal(["general"], Ids(library, "checkout", "whatever"));
        Assert.Empty(Ids(library, "cart", "whatever"));
    }

    [Fact]
    public void For_DeclaredIncident_OnlyThoseForAnyAlarmOfTheService()
    {
        var library = new RunbookLibrary([Samples.Runbook("general", "services: checkout"), Samples.Runbook("special", "services: checkout\nalarms: \"*\"")]);

        Assert.Equal(["general"], library.For(new ServiceId("checkout"), null).Select(r => r.Id));
    }

    [Fact]
    public void For_CompositeAlarm_ItsOwnRunbookThenTheChilds()
    {
        var library = new RunbookLibrary([Samples.Runbook("child", "alarms: [checkout-api-cpu-high]"), Samples.Runbook("own", "alarms: [\"checkout-s*\"]")]);

        Assert.Equal(
            ["own", "child"],
            library.For(new ServiceId("checkout"), Samples.Composite("checkout-service-degraded", "checkout-api-cpu-high")).Select(r => r.Id));
    }

    [Theory]
    [InlineData("Runbook: special")]
    [InlineData("SEV1, see playbook = special.md.")]
    public void For_RunbookNamedInTheDescription_ItComesFirst(string description)
    {
        var library = new RunbookLibrary([Samples.Runbook("exact", "alarms: [checkout-alb-5xx]"), Samples.Runbook("special", "alarms: [\"never\"]")]);

        Assert.Equal(["special", "exact"], library.For(new ServiceId("checkout"), Samples.Alarm() with { Description = description }).Select(r => r.Id));
    }

    [Fact]
    public void Find_UnknownId_IsNull() => Assert.Null(RunbookLibrary.Empty.Find("x"));

    private static IEnumerable<string> Ids(RunbookLibrary library, string service, string alarm) =>
        library.For(new ServiceId(service), Samples.Alarm(alarm)).Select(r => r.Id);
}
