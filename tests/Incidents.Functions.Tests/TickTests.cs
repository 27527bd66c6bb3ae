using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.TestUtilities;
using Incidents.Adapters.Aws;
using Incidents.Adapters.Slack.Parameters;
using Incidents.Adapters.Slack.Reach;
using Incidents.Application.Paging;
using Incidents.Application.Store;
using Incidents.Application.Sweep;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;
using Incidents.Functions.Start;
using Incidents.Scenarios.Tests;
using NodaTime;

namespace Incidents.Functions.Tests;

public sealed class TickTests : IDisposable
{
    private readonly ScenarioHost house = new();

    public void Dispose() => house.Dispose();

    [Fact]
    public async Task Tick_WhenAPageIsStillToBeSent_SendsIt()
    {
        house.Channel.Answer = () => new DeliveryResult.RetryLater(Duration.Zero, "busy");
        await house.Fire("checkout-errors");
        house.Channel.Answer = () => new DeliveryResult.Delivered();
        house.Clock.Jump(Duration.FromMinutes(1));

        await new TickFunction(house.Get<ScheduledJobs>(), house.Clock).Tick(
            Lambda.Read<ScheduledEvent>("""{ "detail-type": "Scheduled Event", "detail": {} }"""),
            new TestLambdaContext { RemainingTime = TimeSpan.FromSeconds(120) });

        Assert.Equal(2, house.Channel.Pages);
    }

    [Fact]
    public async Task V24_Tick_FindsOutWhetherTheAddressWorks_AndNotesItWhereEveryPageReadsIt()
    {
        var parameters = new SlackParameters("prod");
        var stored = new Dictionary<string, string> { [parameters.Settings] = """{"publicUrl":"https://10.0.0.1/"}""", [parameters.SigningSecret] = "secret" };
        var recent = house.Get<RecentPages>();
        var secrets = new CachedSecrets((_, _) => Task.FromResult<IReadOnlyDictionary<string, string>>(stored), parameters.Names, house.Clock);
        using var reach = new PublicUrlVerification("prod", secrets, parameters, () => recent.Reach, house.Clock, _ => { });
        var warnings = new List<string>();

        await new TickFunction(house.Get<ScheduledJobs>(), house.Clock, reach: new VerifyPublicUrl(reach.Prove, recent, warnings.Add)).Tick(
            Lambda.Read<ScheduledEvent>("""{ "detail-type": "Scheduled Event", "detail": {} }"""),
            new TestLambdaContext { RemainingTime = TimeSpan.FromSeconds(120) });

        Assert.Equal(new PublicUrlProof(new Uri("https://10.0.0.1/"), Answers: false, house.Clock.Now()), (await house.Store.LoadMinute(default)).Reach);
        Assert.Contains("https://10.0.0.1/ did not answer", Assert.Single(warnings), StringComparison.Ordinal);
    }
}
