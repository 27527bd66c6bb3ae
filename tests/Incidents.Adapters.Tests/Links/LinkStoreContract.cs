using Incidents.Adapters.Tests.Store;
using Incidents.Application.Links;
using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.Tests.Links;

/// <summary>What every store of links has to do.</summary>
public abstract class LinkStoreContract : IAsyncLifetime
{
    private protected const string Hash = "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg";

    private protected static readonly CancellationToken None = CancellationToken.None;

    private protected static readonly ResponderLink Ada = new(new IncidentNumber(142), new PersonId("ada"), "Ada Łovelace", Sample.Start + Duration.FromHours(24));

    private protected ILinkStore Store { get; private set; } = null!;

    private protected abstract Task<ILinkStore> Prepare();

    public async Task InitializeAsync() => Store = await Prepare();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Find_OfASavedLink_IsTheLink()
    {
        Assert.Equal(SaveResult.Saved, await Store.Save(Hash, Ada, None));

        Assert.Equal(Ada, await Store.Find(Hash, None));
    }

    [Fact]
    public async Task Find_OfAReceipt_IsTheReceipt()
    {
        var receipt = Ada with { Incident = new IncidentNumber(0), Receipt = new TestReceipt("test-1", "sms") };
        await Store.Save(Hash, receipt, None);

        Assert.Equal(receipt, await Store.Find(Hash, None));
    }

    [Fact]
    public async Task Find_OfAnotherHash_IsNothing()
    {
        await Store.Save(Hash, Ada, None);

        Assert.Null(await Store.Find(Hash[..^1] + "h", None));
    }

    [Fact]
    public async Task Save_UnderATakenHash_ChangesNothing()
    {
        await Store.Save(Hash, Ada, None);

        Assert.Equal(SaveResult.Conflict, await Store.Save(Hash, Ada with { Person = new PersonId("ben") }, None));
        Assert.Equal(Ada, await Store.Find(Hash, None));
    }

    [Fact]
    public async Task F35_Find_OfAnExpiredLinkThatIsStillThere_SaysWhenItExpired()
    {
        var old = Ada with { ExpiresAt = Instant.FromUtc(2020, 1, 1, 0, 0) };
        await Store.Save(Hash, old, None);

        Assert.Equal(old.ExpiresAt, (await Store.Find(Hash, None))?.ExpiresAt);
    }
}
