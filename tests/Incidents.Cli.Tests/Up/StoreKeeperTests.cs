using System.Net;
using System.Net.Sockets;
using Incidents.Adapters.CommandLine.Embedded;
using Incidents.Cli.Up;
using Microsoft.Extensions.Time.Testing;

namespace Incidents.Cli.Tests.Up;

public sealed class StoreKeeperTests
{
    [Fact]
    public async Task V50_Store_WhenItsAddressStaysTaken_OnlyANewProcessHelps()
    {
        await using var store = await Server();
        var prepared = 0;
        using var listener = new TcpListener(IPAddress.Parse(store.Endpoint.Host), store.Endpoint.Port);
        await store.DisposeAsync();
        listener.Start();

        var keeping = new StoreKeeper(store, _ => { prepared++; return Task.CompletedTask; }, "it is gone", _ => { }, new NoPauses()).Run(default);

        var ended = await Assert.ThrowsAsync<CannotStartException>(() => keeping.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Contains(store.Endpoint.Authority, ended.Message, StringComparison.Ordinal);
        Assert.Equal(0, prepared);
    }

    [Fact]
    public async Task V50_Store_WhenItEndsAgainAndAgain_IsStartedEachTime_WithPausesThatGrow()
    {
        await using var store = await Server();
        var clock = new NoPauses();
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var times = 0;
        var keeping = new StoreKeeper(store, End, "it is gone", _ => { }, clock).Run(enough.Token);

        await store.DisposeAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => keeping);

        Assert.True(times >= 4, $"{times}");
        Assert.Equal(clock.Pauses.Order(), clock.Pauses);
        Assert.True(clock.Pauses[^1] > TimeSpan.Zero);

        async Task End(CancellationToken cancellation)
        {
            if (++times == 4)
            {
                await enough.CancelAsync();
            }

            await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task V50_Store_WhenAnythingIsThrownAtItsStart_IsTriedAgain()
    {
        await using var store = await Server();
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var said = new List<string>();
        Queue<Exception> thrown = new([new System.ComponentModel.Win32Exception(12), new TimeoutException(), new TaskCanceledException(), new IOException()]);
        var keeping = new StoreKeeper(store, _ => thrown.TryDequeue(out var next) ? throw next : enough.CancelAsync(), "it is gone", said.Add, new NoPauses()).Run(enough.Token);

        await store.DisposeAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => keeping);

        Assert.Empty(thrown);
        Assert.Equal(4, said.Count(line => line.StartsWith("the embedded store did not start", StringComparison.Ordinal)));
    }

    private static Task<DynoxideServer> Server() => DynoxideServer.Start(DynoxideBinary.FindAbove(AppContext.BaseDirectory), file: null, default);

    /// <summary>Notes how long is waited, and waits no time.</summary>
    private sealed class NoPauses : FakeTimeProvider
    {
        public List<TimeSpan> Pauses { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime > TimeSpan.Zero)
            {
                Pauses.Add(dueTime);
            }

            return System.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
