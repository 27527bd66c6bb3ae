using Incidents.Adapters.CommandLine.InMemory;
using Incidents.Adapters.DynamoDb.Calendars;
using Incidents.Application.Calendars.Links;
using Incidents.Application.Calendars.Revisions;
using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Incidents;

namespace Incidents.Adapters.Tests.Store;

/// <summary>What every store of calendar addresses has to do.</summary>
public abstract class CalendarStoreContract : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private ICalendarStore store = null!;

    /// <summary>The store as another worker sees it.</summary>
    private protected abstract ICalendarStore AnotherWorker();

    private protected abstract Task Prepare();

    public async Task InitializeAsync()
    {
        await Prepare();
        store = AnotherWorker();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Load_WhenNoneWasEverMade_IsEmpty()
    {
        var book = await store.Load(None);
        Assert.Equal((0, 0, 0L), (book.Links.Length, book.Schedules.Length, book.Revision));
    }

    [Fact]
    public async Task Save_ThenLoad_GivesBackAllOfIt()
    {
        var (schedule, person) = (Link(CalendarKind.Schedule, "primary"), Link(CalendarKind.Person, "Zoë \"Z\" 🔥"));
        var shown = new ScheduleRevision(new ScheduleId("primary"), "digest", 3, Sample.Start);
        var empty = await store.Load(None);

        Assert.Equal(SaveResult.Saved, await store.Save(empty.With(schedule).With(person) with { Schedules = [shown] }, None));

        var book = await AnotherWorker().Load(None);
        Assert.Equal<CalendarLink>([schedule, person], book.Links);
        Assert.Equal(shown, Assert.Single(book.Schedules));
        Assert.Equal(SaveResult.Saved, await store.Save(book.Without(schedule.Owner), None));
        Assert.Null((await AnotherWorker().Load(None)).Find(schedule.Hash));
    }

    [Fact]
    public async Task Save_OnAnOlderBook_IsConflictAndChangesNothing()
    {
        var old = await store.Load(None);
        await AnotherWorker().Save(old.With(Link(CalendarKind.Schedule, "primary")), None);

        Assert.Equal(SaveResult.Conflict, await store.Save(old.With(Link(CalendarKind.Schedule, "secondary")), None));
        Assert.Equal("primary", Assert.Single((await store.Load(None)).Links).Owner.Id);
    }

    [Fact]
    public async Task Save_OfALinkForEverybodyInALargeCompany_Fits()
    {
        var links = Enumerable.Range(0, 1000).Select(i => Link(CalendarKind.Person, $"someone-with-a-long-name-{i}"));

        Assert.Equal(SaveResult.Saved, await store.Save(CalendarBook.Empty with { Links = [.. links] }, None));
        Assert.Equal(1000, (await AnotherWorker().Load(None)).Links.Length);
    }

    private static CalendarLink Link(CalendarKind kind, string id) => new(
        new CalendarOwner(kind, id),
        Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(id))),
        new Actor("ada", "Ada", Via.Console),
        Sample.Start);
}

public sealed class InMemoryCalendarStoreTests : CalendarStoreContract
{
    private readonly InMemoryCalendarStore store = new();

    private protected override ICalendarStore AnotherWorker() => store;

    private protected override Task Prepare() => Task.CompletedTask;
}

[Collection(EmbeddedStoreTests.Name)]
public sealed class DynamoCalendarStoreTests(EmbeddedStore embedded) : CalendarStoreContract
{
    private static readonly FixedClock Clock = new(Sample.Start);

    private string table = "";

    private protected override ICalendarStore AnotherWorker() => new DynamoCalendarStore(embedded.Client, table, Clock);

    private protected override async Task Prepare() => table = await embedded.NewTable();
}
