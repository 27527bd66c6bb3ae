using System.Reflection;
using Incidents.Adapters.CommandLine.InMemory;
using Incidents.Application.Alarms;
using Incidents.Application.Intake.FailOpen;
using Incidents.Application.Paging;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Cli.Up;
using Incidents.Functions;
using Incidents.Scenarios.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Incidents.Cli.Tests.Up;

/// <summary>`up` without its store: the terminal says it, and the alarm waits in a folder.</summary>
public sealed class StoreDownTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();
    private readonly IIncidentStore store = Switch.Down();
    private readonly StringWriter terminal = new();
    private readonly JumpingClock clock = new(Instant.FromUtc(2026, 9, 14, 3, 12));
    private readonly LocalRetries retries;
    private readonly ScenarioHost house;

    public StoreDownTests()
    {
        retries = new LocalRetries(Path.Combine(folder.FullName, "retry"), clock);
        house = new ScenarioHost(store, parts: services => services
            .AddSingleton<IFallback>(new LocalFallback(Log, terminal, clock))
            .AddSingleton<IAlarmRetries>(retries));
    }

    private string Log => Path.Combine(folder.FullName, "fallback.log");

    private RetryAlarmFunction Retry => new(house.Get<ReceiveFailOpen>(), house.Clock);

    public void Dispose()
    {
        house.Dispose();
        terminal.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task F26_TheTerminalSaysWhoShouldLook_InOneLine_AndTheFileKeepsIt()
    {
        await Receive("checkout-errors");

        Assert.Contains("Who should look: Ana", Assert.Single(terminal.ToString().TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Contains("Alarm: checkout-errors", await File.ReadAllTextAsync(Log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task F26_TheAlarmSurvivesTheProcess_AndItsIncidentOpensLater_Once()
    {
        await Receive("checkout-errors");
        var nextProcess = new LocalRetries(Path.Combine(folder.FullName, "retry"), clock);

        await TryAgain(nextProcess);
        Assert.Single(Directory.GetFiles(Path.Combine(folder.FullName, "retry"), "*.json"));
        ((Switch)store).IsDown = false;
        await TryAgain(nextProcess);
        await TryAgain(nextProcess);

        Assert.Single(await store.OpenIncidents(default));
        Assert.Empty(Directory.GetFiles(Path.Combine(folder.FullName, "retry")));
        Assert.Equal(["page INC-0 Ana", "page INC-1 Ana"], house.Channel.Heard);
    }

    [Fact]
    public async Task V13_ALineOnTheTerminal_IsNoPage_TheMessageWaitsUntold()
    {
        house.Channel.Answer = () => new Domain.Incidents.DeliveryResult.Rejected("no_service");

        await Receive("checkout-errors");

        Assert.Contains("FALLBACK PAGE: ", terminal.ToString(), StringComparison.Ordinal);
        var kept = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(folder.FullName, "retry"), "*.json")));
        Assert.False(Assert.Single(AlarmMessages.Read(kept, clock.Now())).FallbackPaged);
    }

    [Fact]
    public async Task AFileThatWasNotFinished_IsNotRead()
    {
        Directory.CreateDirectory(Path.Combine(folder.FullName, "retry"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "retry", "00000000001789384900-half"), "{ \"requestPay");
        ((Switch)store).IsDown = false;

        await TryAgain(retries);

        Assert.Empty(await store.OpenIncidents(default));
    }

    [Fact]
    public async Task V55_Retry_ThatWasHalfWritten_GoesAndIsNeverRead()
    {
        var half = Path.Combine(folder.FullName, "retry", "00000000001789384900-half");
        Directory.CreateDirectory(Path.GetDirectoryName(half)!);
        await File.WriteAllTextAsync(half, "{ \"requestPay");
        await Receive("checkout-errors");

        await TryAgain(retries);

        Assert.EndsWith(".json", Assert.Single(Directory.GetFiles(Path.GetDirectoryName(half)!)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task V55_Retry_ThatCannotBeFinished_LeavesNothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => retries.Put("{}", new CancellationToken(canceled: true)));

        Assert.Empty(Directory.GetFiles(Path.Combine(folder.FullName, "retry")));
    }

    [Fact]
    public async Task V55_Retries_WhenOneCannotBeRead_TryTheOthers()
    {
        await Receive("checkout-errors");
        File.CreateSymbolicLink(Path.Combine(folder.FullName, "retry", "0-gone.json"), Path.Combine(folder.FullName, "nothing"));
        ((Switch)store).IsDown = false;

        await TryAgain(retries);

        Assert.Single(await store.OpenIncidents(default));
    }

    [Fact]
    public async Task F75_WhereTheFileCannotBeWritten_TheTerminalIsToldAllTheSame()
    {
        Directory.CreateDirectory(Log);

        await Receive("checkout-errors");

        Assert.Contains("FALLBACK PAGE: ", terminal.ToString(), StringComparison.Ordinal);
        Assert.Contains("cannot be written", terminal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task F75_WhereTheTerminalIsGone_TheFileKeepsItAllTheSame()
    {
        terminal.Dispose();

        await Receive("checkout-errors");

        Assert.Contains("Alarm: checkout-errors", await File.ReadAllTextAsync(Log), StringComparison.Ordinal);
    }

    private Task TryAgain(LocalRetries queue) => queue.TryAgain(Retry, new LocalContext(TimeSpan.FromMinutes(1), TimeProvider.System, NullLogger.Instance), default);

    private async Task Receive(string alarm) => await house.Get<ReceiveFailOpen>().HandleAll(
        [new AlarmMessage(AlarmBody.Metric(alarm, "ALARM", Instant.FromUtc(2026, 9, 14, 3, 12)), Subject: null, MessageId: null, TopicArn: null, Instant.FromUtc(2026, 9, 14, 3, 12))], default);

    /// <summary>A store in memory that can be switched off.</summary>
    public class Switch : DispatchProxy
    {
        private readonly InMemoryIncidentStore inner = new();

        public bool IsDown { get; set; }

        public static IIncidentStore Down()
        {
            var store = Create<IIncidentStore, Switch>();
            ((Switch)store).IsDown = true;
            return store;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            IsDown ? throw new StoreUnavailableException("no answer") : targetMethod!.Invoke(inner, args);
    }
}
