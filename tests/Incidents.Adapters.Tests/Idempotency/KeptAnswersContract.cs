using Incidents.Adapters.Tests.Store;
using Incidents.Application.Idempotency;
using Incidents.Application.Store;
using NodaTime;

namespace Incidents.Adapters.Tests.Idempotency;

/// <summary>What every store of answers has to do.</summary>
public abstract class KeptAnswersContract : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly KeptAnswer Asked = new("hash", Sample.Start);
    private static readonly KeptAnswer Done = Asked with { Status = 201, Type = "application/json", Body = """{"number":"INC-1"}""", Location = "/api/v1/incidents/INC-1" };

    private protected IKeptAnswers Store { get; private set; } = null!;

    private protected abstract Task<IKeptAnswers> Prepare();

    public async Task InitializeAsync() => Store = await Prepare();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task V36_Find_OfWhatWasSaved_IsThat()
    {
        Assert.Null(await Store.Find("a", None));

        Assert.Equal(SaveResult.Saved, await Store.Save("a", known: null, Asked, None));
        Assert.Equal(Asked, await Store.Find("a", None));

        Assert.Equal(SaveResult.Saved, await Store.Save("a", Asked, Done, None));
        Assert.Equal(Done, await Store.Find("a", None));
        Assert.Null(await Store.Find("b", None));
    }

    [Fact]
    public async Task V36_Save_WhenAnotherWasFirst_IsAConflict()
    {
        await Store.Save("a", known: null, Asked, None);

        Assert.Equal(SaveResult.Conflict, await Store.Save("a", known: null, Asked with { Request = "other" }, None));
        await Store.Save("a", Asked, Done, None);
        Assert.Equal(SaveResult.Conflict, await Store.Save("a", Asked, Done with { Status = 400 }, None));
        Assert.Equal(Done, await Store.Find("a", None));
    }

    [Fact]
    public async Task V36_Save_OverAnAnswerOfYesterday_ForgetsIt()
    {
        await Store.Save("a", known: null, Done, None);
        var again = new KeptAnswer("other", Sample.Start + Duration.FromDays(1));

        Assert.Equal(SaveResult.Saved, await Store.Save("a", Done, again, None));
        Assert.Equal(again, await Store.Find("a", None));
    }
}

public sealed class InMemoryKeptAnswersTests : KeptAnswersContract
{
    private protected override Task<IKeptAnswers> Prepare() => Task.FromResult<IKeptAnswers>(new Incidents.Adapters.CommandLine.InMemory.InMemoryKeptAnswers());
}

[Collection(EmbeddedStoreTests.Name)]
public sealed class DynamoKeptAnswersTests(EmbeddedStore embedded) : KeptAnswersContract
{
    private protected override async Task<IKeptAnswers> Prepare() =>
        new Incidents.Adapters.DynamoDb.Idempotency.DynamoKeptAnswers(embedded.Client, await embedded.NewTable(), new FixedClock(Sample.Start));
}
