using Incidents.Application.Configuration;
using Incidents.Application.Maintenance;
using Incidents.Application.Store;
using Incidents.Application.Tests.Configuration;
using Incidents.Application.Time;
using Incidents.Configuration.Loading;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.Maintenance;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Incidents.Application.Tests.Maintenance;

public sealed class MaintenanceTests
{
    private static readonly Actor Ada = new("ada", "Ada", Via.Console);
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly FakeTimeProvider clock = new(Written.Now.ToDateTimeOffset());
    private readonly CountingStore store = new();
    private readonly OnCallConfiguration settings = Written.Good(Written.Base, "services:\n  checkout: { alarms: [\"checkout-*\"], tags: { tier: front } }\n  payments: {}\n");
    private readonly MaintenanceCalendar calendar;

    public MaintenanceTests() => calendar = new MaintenanceCalendar(store, clock);

    [Fact]
    public async Task Plan_SilencesWhatItNamesUntilItsEnd()
    {
        var planned = Assert.IsType<MaintenanceResult.Planned>(await Plan(services: ["checkout"]));

        Assert.Equal(planned.Window.To, await SilencedUntil("checkout"));
        Assert.Null(await SilencedUntil("payments"));
        Assert.Equal(Ada, planned.Window.By);
        Assert.Matches("^mw-[a-z2-9]{8}$", planned.Window.Id);
    }

    [Fact]
    public async Task Plan_ByTag_SilencesTheServicesThatHaveIt()
    {
        await Plan(tags: ["tier=front"]);

        Assert.NotNull(await SilencedUntil("checkout"));
        Assert.Null(await SilencedUntil("payments"));
    }

    [Theory]
    [InlineData("services", "chekout", "services are ids of the configuration, which \"chekout\" is not (did you mean \"checkout\"?)")]
    [InlineData("tags", "tier=frnt", "tags are tags of services, and none has \"tier=frnt\" (did you mean \"tier=front\"?)")]
    [InlineData("tags", "front", "tags are each key=value, which \"front\" is not")]
    public async Task Plan_OverWhatDoesNotExist_IsRefusedWithTheNearest(string field, string name, string told)
    {
        var result = field == "tags" ? await Plan(tags: [name]) : await Plan(services: [name]);

        var refused = Assert.IsType<MaintenanceResult.Refused>(result);
        Assert.Equal(told, $"{refused.Field} {refused.Problem}");
        Assert.Equal(0, store.Writes);
    }

    [Fact]
    public async Task Plan_OfTheFiftyFirst_IsRefused()
    {
        for (var i = 0; i < 50; i++)
        {
            Assert.IsType<MaintenanceResult.Planned>(await Plan(services: ["checkout"]));
        }

        Assert.IsType<MaintenanceResult.Refused>(await Plan(services: ["checkout"]));
        clock.Advance(TimeSpan.FromHours(2));
        Assert.IsType<MaintenanceResult.Planned>(await Plan(services: ["checkout"]));
        Assert.Equal(50, (await store.Past(None)).Count);
    }

    [Fact]
    public async Task End_IsHeardAtOnce_AndLeavesARecord()
    {
        var window = ((MaintenanceResult.Planned)await Plan(services: ["checkout"])).Window;
        Assert.NotNull(await SilencedUntil("checkout"));
        clock.Advance(TimeSpan.FromMinutes(10));

        var ended = Assert.IsType<MaintenanceResult.Ended>(await End(window.Id));

        Assert.Equal(clock.Now(), ended.Window.End);
        Assert.Null(await SilencedUntil("checkout"));
        var list = await new ListMaintenance(store, clock).Handle(None);
        Assert.Empty(list.Active);
        Assert.Equal(ended.Window, Assert.Single(list.Past));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task End_OfWhatIsOverOrNeverWas_IsUnknown(bool twice)
    {
        var window = ((MaintenanceResult.Planned)await Plan(services: ["checkout"])).Window;
        if (twice)
        {
            await End(window.Id);
        }

        Assert.IsType<MaintenanceResult.Unknown>(await End(twice ? window.Id : "mw-another"));
    }

    [Fact]
    public async Task Plan_WhenSomebodyElseWasFaster_KeepsBoth()
    {
        store.Meanwhile = () => Plan(services: ["payments"]);

        await Plan(services: ["checkout"]);

        Assert.Equal([new ServiceId("checkout"), new ServiceId("payments")], (await store.Load(None)).Windows.SelectMany(w => w.Services).Order());
    }

    [Fact]
    public async Task List_TellsActivePlannedAndPastApart()
    {
        await Plan(services: ["checkout"]);
        await Plan(services: ["payments"], from: clock.Now() + Duration.FromHours(3), to: clock.Now() + Duration.FromHours(4));
        var list = new ListMaintenance(store, clock);

        Assert.Equal((1, 1, 0), Count(await list.Handle(None)));
        clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal((1, 0, 1), Count(await list.Handle(None)));
        Assert.Equal(new ServiceId("payments"), (await list.Handle(None)).Active[0].Services[0]);

        static (int, int, int) Count(MaintenanceList windows) => (windows.Active.Count, windows.Planned.Count, windows.Past.Count);
    }

    [Fact]
    public async Task Calendar_ReadsOnceInFiveSeconds()
    {
        var before = store.Reads;
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SilencedUntil("checkout")));
        clock.Advance(TimeSpan.FromSeconds(4.9));
        await SilencedUntil("checkout");
        Assert.Equal(1, store.Reads - before);

        clock.Advance(TimeSpan.FromSeconds(0.2));
        await SilencedUntil("checkout");
        Assert.Equal(2, store.Reads - before);
    }

    [Fact]
    public async Task Calendar_WhenTheStoreIsDown_SilencesNothing_AndAsksAgain()
    {
        await Plan(services: ["checkout"]);
        store.IsDown = true;
        Assert.Null(await SilencedUntil("checkout"));

        store.IsDown = false;
        Assert.NotNull(await SilencedUntil("checkout"));
    }

    private Task<MaintenanceResult> Plan(string[]? services = null, string[]? tags = null, Instant? from = null, Instant? to = null) =>
        new PlanMaintenance(store, new Fixed(settings), calendar, clock).Handle(
            new MaintenanceRequest("moving the database", from, to ?? clock.Now() + Duration.FromHours(1), [.. (services ?? []).Select(id => new ServiceId(id))], [], tags ?? []), Ada, None);

    private Task<MaintenanceResult> End(string id) => new EndMaintenance(store, calendar, new NothingOpen(), clock).Handle(id, None);

    private Task<Instant?> SilencedUntil(string service) => calendar.SilencedUntil(settings.Find(new ServiceId(service))!, "any", origin: null, clock.Now(), None);

    private sealed class NothingOpen : IResumePaging
    {
        public Task Handle(CancellationToken cancellation) => Task.CompletedTask;
    }

    private sealed class Fixed(OnCallConfiguration settings) : IOnCallConfigurationProvider
    {
        public ConfigurationResult.Invalid? Problem => null;

        public ValueTask<OnCallConfiguration> Current(CancellationToken cancellation) => ValueTask.FromResult(settings);
    }

    private sealed class CountingStore : IMaintenanceStore
    {
        private MaintenanceBook book = MaintenanceBook.Empty;
        private IReadOnlyList<MaintenanceWindow> past = [];

        public int Reads { get; private set; }

        public int Writes { get; private set; }

        public bool IsDown { get; set; }

        /// <summary>Done once, between somebody's read and their write.</summary>
        public Func<Task>? Meanwhile { get; set; }

        public Task<MaintenanceBook> Load(CancellationToken cancellation)
        {
            Reads++;
            return IsDown ? Task.FromException<MaintenanceBook>(new StoreUnavailableException("no answer")) : Task.FromResult(book);
        }

        public async Task<SaveResult> Save(
            MaintenanceBook known, IReadOnlyList<MaintenanceWindow> windows, IReadOnlyList<MaintenanceWindow> over, CancellationToken cancellation)
        {
            var meanwhile = Meanwhile;
            Meanwhile = null;
            await (meanwhile?.Invoke() ?? Task.CompletedTask);
            if (known.Revision != book.Revision)
            {
                return SaveResult.Conflict;
            }

            Writes++;
            book = new MaintenanceBook(windows, book.Revision + 1);
            past = [.. over, .. past];
            return SaveResult.Saved;
        }

        public Task<IReadOnlyList<MaintenanceWindow>> Past(CancellationToken cancellation) => Task.FromResult(past);
    }
}
