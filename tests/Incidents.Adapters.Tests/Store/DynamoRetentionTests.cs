using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.DynamoDb;
using Incidents.Adapters.DynamoDb.Schema;
using Incidents.Application.Configuration;
using Incidents.Application.Store;
using Incidents.Configuration.Loading;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.Services;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Adapters.Tests.Store;

/// <summary>Which items get an end, and when. Memory goes with its process, so only the table has to know.</summary>
[Collection(EmbeddedStoreTests.Name)]
public sealed class DynamoRetentionTests(EmbeddedStore embedded) : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Duration Kept = Duration.FromDays(400);
    private static readonly Duration Year = Duration.FromDays(365);
    private static readonly Instant Opened = Instant.FromUnixTimeSeconds(Sample.Start.ToUnixTimeSeconds());
    private static readonly Instant Resolved = Opened + Duration.FromHours(1);

    private Duration? retention = Kept;
    private string table = "";
    private DynamoIncidentStore store = null!;

    public async Task InitializeAsync()
    {
        table = await embedded.NewTable();
        store = Worker();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task WhileOpen_NeitherHeadNorDetailHasAnEnd()
    {
        var incident = await Noted(await store.Opened());

        Assert.Null(await End(Keys.Head(incident.Number)));
        Assert.Null(await End(Keys.Detail(incident.Number)));
    }

    [Fact]
    public async Task Resolved_HeadEndsAfterTheRetentionAndAllElseAYearLater()
    {
        var incident = await Ended();

        Assert.Equal(Resolved + Kept, await End(Keys.Head(incident.Number)));
        Assert.Equal(Resolved + Kept + Year, await End(Keys.Detail(incident.Number)));
        var parts = (await Items()).Where(i => i[AttributeNames.Partition].S == Keys.Incident(incident.Number) && i[AttributeNames.Sort].S is not (Keys.HeadSort or Keys.DetailSort)).ToList();
        Assert.Equal(["ALARM", "POSTMORTEM", "T"], parts.Select(part => part[AttributeNames.Sort].S.Split('#')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(parts, part => Assert.Equal(Opened + Kept + Year, End(part)));
    }

    [Fact]
    public async Task WhatIsNotTheIncidentsOwn_NeverEnds()
    {
        var incident = await Ended();

        var others = (await Items()).Where(i => i[AttributeNames.Partition].S != Keys.Incident(incident.Number)).ToList();

        Assert.NotEmpty(others);
        Assert.All(others, other => Assert.Null(End(other)));
    }

    [Fact]
    public async Task Reopened_NeitherHeadNorDetailHasAnEnd()
    {
        var incident = await Reopen(await Ended());

        Assert.Null(await End(Keys.Head(incident.Number)));
        Assert.Null(await End(Keys.Detail(incident.Number)));
    }

    [Fact]
    public async Task Note_AfterTheRetentionChanged_MovesNoEnd()
    {
        var incident = await Ended();
        retention = null;
        store = Worker();

        await Noted(incident);

        Assert.Equal(Resolved + Kept, await End(Keys.Head(incident.Number)));
        Assert.Equal(Resolved + Kept + Year, await End(Keys.Detail(incident.Number)));
    }

    [Fact]
    public async Task Resolved_UnderAnotherRetentionThanItOpened_HeadStillGoesBeforeItsDetail()
    {
        retention = Duration.FromDays(30);
        var incident = await Noted(await store.Opened());
        retention = Duration.FromDays(3_650);

        await store.Resolved(incident, Resolved);

        Assert.Equal(Year, await End(Keys.Detail(incident.Number)) - await End(Keys.Head(incident.Number)));
    }

    [Fact]
    public async Task Store_OfAContainer_GoesByTheConfigurationInForce()
    {
        await using var process = new ServiceCollection()
            .AddSingleton<IOnCallConfigurationProvider>(new InForce(Kept))
            .AddDynamoStores(embedded.Client, table, new FixedClock(Sample.Start))
            .BuildServiceProvider();
        store = (DynamoIncidentStore)process.GetRequiredService<IIncidentStore>();

        var incident = await store.Resolved(await store.Opened(), Resolved);

        Assert.Equal(Resolved + Kept, await End(Keys.Head(incident.Number)));
    }

    [Fact]
    public async Task WithoutRetention_NothingEverEnds()
    {
        retention = null;

        await Ended();

        Assert.All(await Items(), item => Assert.Null(End(item)));
    }

    [Fact]
    public async Task PastItsEnd_WhatIsStillThereIsReadAsItIs()
    {
        retention = Duration.FromDays(-4_000);

        var incident = await Ended();

        Assert.Equal(incident.Version, (await Worker().Read(incident.Number)).Incident.Version);
        Assert.Equal("# What happened", await store.Postmortem(incident.Number, None));
    }

    private DynamoIncidentStore Worker() => new(embedded.Client, table, new FixedClock(Sample.Start), retention: _ => ValueTask.FromResult(retention));

    /// <summary>An incident with every kind of item, resolved and let go of.</summary>
    private async Task<Incident> Ended()
    {
        var incident = await store.Opened();
        await store.SaveMember(incident.Number, Sample.Joining("checkout-latency", Sample.Start), expected: null, None);
        for (var i = 0; i < 30; i++)
        {
            incident = await Noted(incident);
        }

        incident = await store.Resolved(incident, Resolved);
        await store.Release(incident, await store.Members(incident.Number, None), None);
        await store.SavePostmortem(incident.Number, "# What happened", None);
        return incident;
    }

    /// <remarks>Hardly to be compressed, so that events soon leave the head.</remarks>
    private Task<Incident> Noted(Incident incident) => store.Saved(Sample.Note(incident, $"request {Keys.Hash($"{incident.Version}")} failed"));

    private async Task<Incident> Reopen(Incident incident)
    {
        var again = Resolved + Duration.FromMinutes(1);
        var decision = Opening.Reopen(incident, new OpeningAlarm(Sample.Member(), Sample.Firing(again)), "fired again", Sample.Plan, IncidentRules.Default, again);
        return await store.Saved(Sample.Commit(incident, decision) with { Reclaim = await store.Known(Sample.Member()) });
    }

    private async Task<Instant?> End(ItemKey key) => End((await embedded.Client.GetItemAsync(table, key.ToAttributes(), true, None)).Item);

    private static Instant? End(Dictionary<string, AttributeValue> item) =>
        item.TryGetValue(TableSchema.TimeToLive, out var end) ? Instant.FromUnixTimeSeconds(long.Parse(end.N, CultureInfo.InvariantCulture)) : null;

    private async Task<List<Dictionary<string, AttributeValue>>> Items() => (await embedded.Client.ScanAsync(new ScanRequest(table), None)).Items;

    private sealed class InForce(Duration kept) : IOnCallConfigurationProvider
    {
        public ConfigurationResult.Invalid? Problem => null;

        public ValueTask<OnCallConfiguration> Current(CancellationToken cancellation) => ValueTask.FromResult(new OnCallConfiguration
        {
            Version = "0",
            CatchAll = new CatchAll(new Service { Id = CatchAll.Id, Name = "Catch-all" }, []),
            IncidentRetention = kept,
        });
    }
}
