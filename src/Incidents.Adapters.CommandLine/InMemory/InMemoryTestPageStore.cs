using Incidents.Application.Store;
using Incidents.Application.TestPages;
using Incidents.Domain;
using NodaTime;

namespace Incidents.Adapters.CommandLine.InMemory;

/// <summary>Test pages as a dictionary: the same contract, gone with the process.</summary>
public sealed class InMemoryTestPageStore : ITestPageStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, TestPage> pages = [];
    private readonly Dictionary<(string Id, string Channel), Instant> receipts = [];
    private readonly Dictionary<(string Id, string Channel), bool> loud = [];
    private readonly Dictionary<string, Instant> confirmed = [];

    /// <inheritdoc />
    public Task<SaveResult> Begin(TestPage page, CancellationToken cancellation) =>
        Locked(() => pages.TryAdd(page.Id, page) ? SaveResult.Saved : SaveResult.Conflict);

    /// <inheritdoc />
    public Task Keep(string id, IReadOnlyList<TestedChannel> channels, CancellationToken cancellation) =>
        Locked(() => pages[id] = pages[id] with { Channels = channels });

    /// <inheritdoc />
    public Task Receive(string id, string channel, Instant at, CancellationToken cancellation) => Locked(() => receipts.TryAdd((id, channel), at));

    /// <inheritdoc />
    public Task Judge(string id, string channel, bool wasLoud, CancellationToken cancellation) => Locked(() => loud.TryAdd((id, channel), wasLoud));

    /// <inheritdoc />
    public Task Confirm(PersonId person, Instant at, CancellationToken cancellation) => Locked(() => confirmed[person.Value] = at);

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<string, Instant>> LastConfirmed(CancellationToken cancellation) =>
        Locked<IReadOnlyDictionary<string, Instant>>(() => new Dictionary<string, Instant>(confirmed));

    /// <inheritdoc />
    public Task<SaveResult> MarkWarned(string id, CancellationToken cancellation) => Locked(() =>
    {
        var isFirst = pages[id] is { IsWarned: false };
        pages[id] = pages[id] with { IsWarned = true };
        return isFirst ? SaveResult.Saved : SaveResult.Conflict;
    });

    /// <inheritdoc />
    public Task<TestPage?> Find(string id, CancellationToken cancellation) => Locked(() => pages.GetValueOrDefault(id) is { } page
        ? page with { Channels = [.. page.Channels.Select(c => c with
            {
                ReceivedAt = receipts.TryGetValue((id, c.Channel), out var at) ? at : null,
                WasLoud = loud.TryGetValue((id, c.Channel), out var wasLoud) ? wasLoud : null,
            })] }
        : null);

    private Task<T> Locked<T>(Func<T> work)
    {
        lock (gate)
        {
            return Task.FromResult(work());
        }
    }
}
