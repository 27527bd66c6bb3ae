using System.Reflection;
using Incidents.Adapters.CommandLine.InMemory;
using Incidents.Application.Actions;
using Incidents.Application.DueWork;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Cli.Up;
using Incidents.Domain.Incidents;
using Incidents.Scenarios.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Incidents.Cli.Tests.Up;

/// <summary>The work of every second meets exceptions that nothing expects.</summary>
public sealed class RecurringWorkTests : IDisposable
{
    private readonly IIncidentStore store = Trap.Around(new InMemoryIncidentStore());
    private static readonly DateTimeOffset Began = Instant.FromUtc(2026, 9, 14, 3, 12).ToDateTimeOffset();

    private readonly Said said = new();
    private readonly FakeTimeProvider clock = new(Began);
    private readonly ScenarioHost house;

    public RecurringWorkTests() => house = new ScenarioHost(store);

    public void Dispose() => house.Dispose();

    [Theory]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(UnauthorizedAccessException))]
    [InlineData(typeof(OutOfMemoryException))]
    [InlineData(typeof(OperationCanceledException))]
    [InlineData(typeof(TaskCanceledException))]
    [InlineData(typeof(StoreUnavailableException))]
    public async Task V50_Sweep_WhenAnythingIsThrown_SaysSoAndGoesOn(Type thrown)
    {
        ((Trap)store).Thrown = () => (Exception)(thrown == typeof(StoreUnavailableException) ? new StoreUnavailableException("no answer") : Activator.CreateInstance(thrown)!);
        using var sweep = new SweepEverySecond(house.Get<DueIncidentProcessor>(), store, said, clock);
        await sweep.StartAsync(default);

        await Eventually(() => ((Trap)store).Calls > 3);
        ((Trap)store).Thrown = null;
        var before = ((Trap)store).Calls;
        await Eventually(() => ((Trap)store).Calls > before + 1);

        Assert.False(sweep.ExecuteTask!.IsCompleted);
        await sweep.StopAsync(default);
        if (thrown == typeof(StoreUnavailableException))
        {
            Assert.Empty(said.Lines);
        }
        else
        {
            Assert.Contains(thrown.Name, Assert.Single(said.Lines), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task V50_Sweep_WhenTheNextExceptionIsAnother_SaysBoth_AndNoSecret()
    {
        ((Trap)store).Thrown = () => new InvalidOperationException("https://hooks.slack.com/services/T0/B0/secretsecretsecretsecret");
        using var sweep = new SweepEverySecond(house.Get<DueIncidentProcessor>(), store, said, clock);
        await sweep.StartAsync(default);
        await Eventually(() => said.Lines.Count == 1);

        ((Trap)store).Thrown = () => new IOException("No space left on device");
        await Eventually(() => said.Lines.Count == 2);
        await sweep.StopAsync(default);

        Assert.DoesNotContain("secretsecret", said.Lines[0], StringComparison.Ordinal);
        Assert.Contains("No space left on device", said.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task V55_Clock_WhenItWasSetBack_CountsAgainOnceNoIncidentIsOpen_AndBothAreSaid()
    {
        var machine = new Settable();
        var steady = new SteadyClock(machine);
        using var kept = new ScenarioHost(parts: services => services.AddSingleton<TimeProvider>(steady));
        var number = (await kept.Fire("checkout-errors", at: steady.Now())).Incident!.Incident.Number;
        machine.Back = TimeSpan.FromHours(1);
        using var sweep = new SweepEverySecond(kept.Get<DueIncidentProcessor>(), kept.Store, said, steady);
        await sweep.StartAsync(default);

        await Eventually(() => said.Lines.Count == 1, machine);
        Assert.Contains("set back by 01:00:00", said.Lines[0], StringComparison.Ordinal);
        await kept.Get<ResolveIncident>().Handle(number, new Actor("ana", "Ana", Via.CommandLine), ResolveReason.Fixed, confirmed: true, note: null, default);
        machine.Advance(TimeSpan.FromMinutes(5));
        await Eventually(() => said.Lines.Count == 2, machine);
        await sweep.StopAsync(default);

        Assert.Equal(TimeSpan.Zero, steady.SetBackBy);
    }

    /// <summary>A machine whose clock is set back, which takes nothing from the time that passes.</summary>
    private sealed class Settable() : FakeTimeProvider(Began)
    {
        public TimeSpan Back { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - Back;

        public override long GetTimestamp() => base.GetUtcNow().Ticks;
    }

    /// <summary>A second passes every 20 ms, until it holds.</summary>
    private async Task Eventually(Func<bool> holds, FakeTimeProvider? passing = null)
    {
        for (var waited = 0; !holds(); waited++)
        {
            Assert.True(waited < 500, "it did not happen within ten seconds");
            await Task.Delay(20);
            (passing ?? clock).Advance(TimeSpan.FromSeconds(1));
        }
    }

    private sealed class Said : ILogger<SweepEverySecond>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }

    /// <summary>A store that throws whatever it is told to.</summary>
    public class Trap : DispatchProxy
    {
        private IIncidentStore inner = null!;

        public Func<Exception>? Thrown { get; set; }

        public int Calls { get; private set; }

        public static IIncidentStore Around(IIncidentStore inner)
        {
            var store = Create<IIncidentStore, Trap>();
            ((Trap)store).inner = inner;
            return store;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            Calls++;
            return Thrown is { } thrown ? throw thrown() : targetMethod!.Invoke(inner, args);
        }
    }
}
