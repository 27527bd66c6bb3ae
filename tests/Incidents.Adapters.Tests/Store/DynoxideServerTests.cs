using Incidents.Adapters.CommandLine.Embedded;
using Incidents.Adapters.DynamoDb;
using Incidents.Adapters.DynamoDb.Schema;
using Incidents.Domain.Incidents;

namespace Incidents.Adapters.Tests.Store;

public sealed class DynoxideServerTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("incidents-");

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public async Task Start_WithTheSameFileAgain_FindsWhatWasThere()
    {
        var file = Path.Combine(directory.FullName, "incidents.db");
        IncidentNumber number;
        await using (var server = await Start(file))
        {
            using var client = DynamoDbClients.ForLocal(server.Endpoint);
            await IncidentTable.CreateIfMissing(client, "incidents", None);
            number = (await new DynamoIncidentStore(client, "incidents", TimeProvider.System).Opened()).Number;
        }

        await using (var server = await Start(file))
        {
            using var client = DynamoDbClients.ForLocal(server.Endpoint);
            await IncidentTable.Require(client, "incidents", None);
            Assert.True((await new DynamoIncidentStore(client, "incidents", TimeProvider.System).Read(number)).Incident.IsOpen);
        }
    }

    [Fact]
    public async Task Dispose_EndsTheServer()
    {
        var server = await Start(file: null);
        Assert.False(server.Exited.IsCompleted);

        await server.DisposeAsync();

        Assert.True(server.Exited.IsCompleted);
        using var http = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(server.Endpoint));
    }

    [Fact]
    public async Task Start_WhenItCannot_SaysWhatTheServerSaid()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Start(Path.Combine(directory.FullName, "no", "such", "directory.db")));

        Assert.Contains("unable to open database file", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FindAbove_WhereItIsNotInstalled_SaysHowToGetIt()
    {
        var failure = Assert.Throws<FileNotFoundException>(() => DynoxideBinary.FindAbove(directory.FullName));

        Assert.Contains("run `npm ci`", failure.Message, StringComparison.Ordinal);
    }

    private static Task<DynoxideServer> Start(string? file) => DynoxideServer.Start(DynoxideBinary.FindAbove(AppContext.BaseDirectory), file, None);
}
