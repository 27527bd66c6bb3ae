using Incidents.Adapters.CommandLine.Embedded;
using Incidents.Adapters.DynamoDb;
using Incidents.Adapters.DynamoDb.Schema;
using NodaTime;

namespace Incidents.FaultInjection.Tests;

/// <summary>The most important use cases on the embedded store, which checks conditions and transactions that a fake might not.</summary>
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
    public async Task UseCase_OnTheEmbeddedStore_WhenAnyCallDies_Recovers(string name)
    {
        var useCase = UseCase.All.Single(u => u.Name == name);
        var broken = new List<string>();
        var calls = await CrashPoints.Count(useCase, () => NewEnvironment().GetAwaiter().GetResult());
        for (var call = 1; call <= calls; call++)
        {
            foreach (var fault in new[] { Fault.DieBefore, Fault.DieAfter, Fault.AnswerLost })
            {
                var environment = await NewEnvironment();
                var found = await CrashPoints.Run(useCase, call, fault, again: true, environment, Rest);
                broken.AddRange(found.Select(problem => $"{fault} at call {call} of {calls}: {problem}"));
            }
        }

        Assert.True(calls > 0);
        Assert.Empty(broken);
    }

    private async Task<SimulatedEnvironment> NewEnvironment()
    {
        var client = DynamoDbClients.ForLocal(server.Endpoint);
        var table = $"incidents-{Guid.NewGuid():N}";
        await IncidentTable.CreateIfMissing(client, table, CancellationToken.None);
        return new SimulatedEnvironment(clock => Stores.From(services => services.AddDynamoStores(client, table, clock)));
    }
}
