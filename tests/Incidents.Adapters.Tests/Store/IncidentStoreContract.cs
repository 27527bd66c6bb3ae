using System.Text.Json;
using Incidents.Adapters.DynamoDb.Json;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.Tests.Store;

/// <summary>What every store has to do, whatever it is made of.</summary>
public abstract partial class IncidentStoreContract : IAsyncLifetime
{
    private protected static readonly CancellationToken None = CancellationToken.None;

    private protected FixedClock Clock { get; } = new(Sample.Start);

    private protected IIncidentStore Store { get; private set; } = null!;

    /// <summary>The store as another worker sees it.</summary>
    private protected abstract IIncidentStore AnotherWorker();

    private protected abstract Task Prepare();

    public async Task InitializeAsync()
    {
        await Prepare();
        Store = AnotherWorker();
    }

    public virtual Task DisposeAsync() => Task.CompletedTask;

    private protected static void AssertSame(Incident expected, Incident actual)
    {
        Assert.Equal(expected.Number, actual.Number);
        Assert.Equal(expected.Version, actual.Version);
        Assert.Equal(Text(expected), Text(actual));
    }

    private protected static Duration Seconds(int seconds) => Duration.FromSeconds(seconds);

    private static string Text(Incident incident) => JsonSerializer.Serialize(StoredIncident.From(incident, unknown: null), StoredFormat.Json.StoredIncident);
}
