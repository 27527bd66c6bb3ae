using Incidents.Adapters.CommandLine.InMemory;
using Incidents.Adapters.DynamoDb.TestPages;
using Incidents.Application.Store;
using Incidents.Application.TestPages;
using Incidents.Domain;
using NodaTime;

namespace Incidents.Adapters.Tests.Store;

/// <summary>What every store of test pages has to do.</summary>
public abstract class TestPageStoreContract : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TestPage Ada = new() { Id = "t-1", Person = new PersonId("ada"), PersonName = "Ada Łovelace", At = Sample.Start };

    private ITestPageStore store = null!;

    private protected abstract Task<ITestPageStore> Prepare();

    public async Task InitializeAsync() => store = await Prepare();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Find_OfNone_IsNothing() => Assert.Null(await store.Find("t-1", None));

    [Fact]
    public async Task Begin_IsClaimedByOne()
    {
        Assert.Equal(SaveResult.Saved, await store.Begin(Ada, None));
        Assert.Equal(SaveResult.Conflict, await store.Begin(Ada, None));
    }

    [Fact]
    public async Task Find_GivesBackAllOfIt()
    {
        await store.Begin(Ada, None);
        await store.Keep("t-1", [new("slack", null, CanBeConfirmed: true), new("sms", "no such number", CanBeConfirmed: false)], None);

        var page = (await store.Find("t-1", None))!;

        Assert.Equal((new PersonId("ada"), "Ada Łovelace", Sample.Start, false), (page.Person, page.PersonName, page.At, page.IsWarned));
        Assert.Equal([new TestedChannel("slack", null, CanBeConfirmed: true), new TestedChannel("sms", "no such number", CanBeConfirmed: false)], page.Channels);
    }

    [Fact]
    public async Task Receive_KeepsTheFirstTime_AlsoBeforeTheResultsAre()
    {
        await store.Begin(Ada, None);
        await store.Receive("t-1", "slack", Sample.Start + Duration.FromSeconds(14), None);
        await store.Keep("t-1", [new("slack", null, CanBeConfirmed: true), new("sms", null, CanBeConfirmed: true)], None);
        await store.Receive("t-1", "slack", Sample.Start + Duration.FromSeconds(99), None);

        Assert.Equal([Sample.Start + Duration.FromSeconds(14), null], (await store.Find("t-1", None))!.Channels.Select(c => c.ReceivedAt));
    }

    [Fact]
    public async Task V14_Judge_KeepsTheFirstAnswer_AndThatItWasAsked()
    {
        await store.Begin(Ada with { AsksLoud = true }, None);
        await store.Keep("t-1", [new("push", null, CanBeConfirmed: true), new("sms", null, CanBeConfirmed: true), new("voice", null, CanBeConfirmed: true)], None);
        await store.Judge("t-1", "push", wasLoud: false, None);
        await store.Judge("t-1", "push", wasLoud: true, None);
        await store.Judge("t-1", "sms", wasLoud: true, None);

        var page = (await store.Find("t-1", None))!;

        Assert.True(page.AsksLoud);
        Assert.Equal([false, true, null], page.Channels.Select(c => c.WasLoud));
    }

    [Fact]
    public async Task V14_LastConfirmed_IsTheLatestOfEachPerson()
    {
        Assert.Empty(await store.LastConfirmed(None));
        await store.Confirm(new PersonId("ada"), Sample.Start, None);
        await store.Confirm(new PersonId("grace"), Sample.Start, None);
        await store.Confirm(new PersonId("ada"), Sample.Start + Duration.FromDays(3), None);

        var confirmed = await store.LastConfirmed(None);

        Assert.Equal((2, Sample.Start + Duration.FromDays(3), Sample.Start), (confirmed.Count, confirmed["ada"], confirmed["grace"]));
    }

    [Fact]
    public async Task MarkWarned_IsClaimedByOne()
    {
        await store.Begin(Ada, None);

        Assert.Equal(SaveResult.Saved, await store.MarkWarned("t-1", None));
        Assert.Equal(SaveResult.Conflict, await store.MarkWarned("t-1", None));
        Assert.True((await store.Find("t-1", None))!.IsWarned);
    }
}

public sealed class InMemoryTestPageStoreTests : TestPageStoreContract
{
    private protected override Task<ITestPageStore> Prepare() => Task.FromResult<ITestPageStore>(new InMemoryTestPageStore());
}

[Collection(EmbeddedStoreTests.Name)]
public sealed class DynamoTestPageStoreTests(EmbeddedStore embedded) : TestPageStoreContract
{
    private protected override async Task<ITestPageStore> Prepare() =>
        new DynamoTestPageStore(embedded.Client, await embedded.NewTable(), new FixedClock(Sample.Start));
}
