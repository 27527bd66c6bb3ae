using Incidents.Adapters.DynamoDb;
using Incidents.Adapters.DynamoDb.Embedded;
using Incidents.Cli.Torture;
using NodaTime;

namespace Incidents.Scenarios.Tests.Crashes;

/// <summary>The ways that matter most once more on the embedded store, whose conditions and transactions a double might forgive.</summary>
public sealed class EmbeddedCrashPointTests : IAsyncLifetime
{
    /// <summary>Longer than an alarm may go unheard, and short enough for every point to be looked at.</summary>
    private static readonly Duration Rest = Duration.FromMinutes(7);

    private DynoxideServer server = null!;

    public async Task InitializeAsync() =>
        server = await DynoxideServer.Start(DynoxideBinary.FindAbove(AppContext.BaseDirectory), file: null, CancellationToken.None);

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData("an alarm opens")]
    [InlineData("the last alarm recovers")]
    [InlineData("acknowledge")]
    [InlineData("an alarm joins")]
    [InlineData("an alarm reopens")]
    [InlineData("sweep: an escalation step")]
    [InlineData("sweep: a page nobody sent")]
    public async Task EveryCall_MayDieOrLoseItsAnswer(string name)
    {
        var useCase = UseCase.All.Single(u => u.Name == name);
        var broken = new List<string>();
        var calls = await CrashPoints.Count(useCase, () => World().GetAwaiter().GetResult());
        for (var call = 1; call <= calls; call++)
        {
            foreach (var fault in new[] { Fault.DieBefore, Fault.DieAfter, Fault.AnswerLost })
            {
                var world = await World();
                var found = await CrashPoints.Run(useCase, call, fault, again: true, world, Rest);
                broken.AddRange(found.Select(problem => $"{fault} at call {call} of {calls}: {problem}"));
            }
        }

        Assert.True(calls > 0);
        Assert.Empty(broken);
    }

    private async Task<World> World()
    {
        var client = DynamoDbClients.ForLocal(server.Endpoint);
        var table = $"incidents-{Guid.NewGuid():N}";
        await IncidentTable.CreateIfMissing(client, table, CancellationToken.None);
        return new World(clock => Stores.From(services => services.AddDynamoStores(client, table, clock)));
    }
}
