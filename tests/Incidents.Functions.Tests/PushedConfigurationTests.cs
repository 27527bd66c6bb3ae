using System.Text;
using Incidents.Adapters.CommandLine.InMemory;
using Incidents.Application.Configuration;
using Incidents.Application.Configuration.Versions;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Configuration.Authoring.Pushing;
using Incidents.Configuration.Files;
using Incidents.Configuration.Loading;
using Incidents.Domain.Configuration;
using Incidents.Scenarios.Tests;
using NodaTime;

namespace Incidents.Functions.Tests;

/// <summary>Which configuration is in force when something is wrong with the one that was pushed.</summary>
public sealed class PushedConfigurationTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly Faulty store = new();
    private readonly JumpingClock clock = new(Instant.FromUtc(2026, 9, 14, 11, 20));
    private readonly List<string> warnings = [];
    private readonly PushConfiguration push;
    private readonly StoredConfiguration source;

    public PushedConfigurationTests()
    {
        push = new PushConfiguration(store, clock);
        source = new StoredConfiguration(store, new Packaged(), clock, warnings.Add);
    }

    [Fact]
    public async Task NothingPushed_ThePackagedCopyCounts()
    {
        Assert.Equal("packaged", await InForce());
        Assert.Null(source.Problem);
        Assert.Empty(warnings);
    }

    [Fact]
    public async Task Pushed_CountsFromTheNextInvocationOn_AndIsReadOnce()
    {
        Assert.Equal("packaged", await InForce());
        await Push("ada");

        // No second has passed: the invocation itself looks anew.
        Assert.Equal("ada", await InForce());
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("ada", await InForce());
        }

        Assert.Equal(1, store.Reads);
    }

    [Fact]
    public async Task WithinAnInvocation_ThePointerIsReadOnceInFiveSeconds()
    {
        source.Begin();
        for (var i = 0; i < 20; i++)
        {
            await source.Current(None);
        }

        Assert.Equal(1, store.Looks);
        clock.Jump(Duration.FromSeconds(5));
        await source.Current(None);
        Assert.Equal(2, store.Looks);
    }

    [Fact]
    public async Task BrokenVersion_NeverReplacesAGoodOne_AndIsToldOnce()
    {
        await Push("ada");
        Assert.Equal("ada", await InForce());
        await PushText("people: [", "broken000000");

        Assert.Equal("ada", await InForce());
        Assert.Equal("ada", await InForce());

        Assert.Contains("broken000000", Assert.Single(warnings), StringComparison.Ordinal);
        Assert.NotNull(source.Problem);
        Assert.Equal(2, store.Reads);

        await Push("grace");
        Assert.Equal("grace", await InForce());
        Assert.Null(source.Problem);
    }

    [Fact]
    public async Task BrokenVersion_AtColdStart_LeavesThePackagedCopy()
    {
        await PushText("people: [", "broken000000");

        Assert.Equal("packaged", await InForce());
        Assert.NotEmpty(source.Problem!.Problems);
    }

    [Fact]
    public async Task DamagedVersion_IsNotPutInForce()
    {
        await PushText(Text("grace"), "0123456789ab");

        Assert.Equal("packaged", await InForce());
        Assert.Contains("What is kept is not what was written", source.Problem!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PointerToAMissingVersion_LeavesWhatIsGood_UntilTheVersionIsThere()
    {
        var version = Version("ada");
        await store.Move(ConfigurationPointer.Never, ConfigurationPointer.Never.Next(version.Id, "ada", clock.Now()), None);

        Assert.Equal("packaged", await InForce());
        Assert.Contains("The table does not hold it", source.Problem!.ToString(), StringComparison.Ordinal);

        await store.Keep(version, None);
        Assert.Equal("ada", await InForce());
        Assert.Null(source.Problem);
    }

    [Fact]
    public async Task StoreDown_AtColdStart_LeavesThePackagedCopy_AndSaysSo()
    {
        await Push("ada");
        store.Fault = () => new StoreUnavailableException("no answer");

        Assert.Equal("packaged", await InForce());
        Assert.Contains("the copy deployed with the code counts", Assert.Single(warnings), StringComparison.Ordinal);

        store.Fault = null;
        Assert.Equal("ada", await InForce());
    }

    [Fact]
    public async Task StoreDown_Later_LeavesTheVersionInForce_WhateverItThrows()
    {
        await Push("ada");
        Assert.Equal("ada", await InForce());
        store.Fault = () => new InvalidOperationException("a mistake of ours");

        Assert.Equal("ada", await InForce());
        Assert.Contains("stays", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RollbackToThePackagedCopy_PutsItInForceAgain()
    {
        await Push("ada");
        Assert.Equal("ada", await InForce());

        await push.Handle(await store.Pointer(None), null, "grace", None);

        Assert.Equal("packaged", await InForce());
    }

    [Fact]
    public async Task TwoPushes_OnTheSamePointer_LetOneThrough_AndTheOtherSeesIt()
    {
        var known = await store.Pointer(None);

        var first = await push.Handle(known, Version("ada"), "ada", None);
        var second = await push.Handle(known, Version("grace"), "grace", None);

        Assert.Equal((true, false), (first.IsDone, second.IsDone));
        Assert.Equal(first.Pointer, second.Pointer);
        Assert.Equal("ada", await InForce());
    }

    /// <summary>Who the catch-all pages at the next invocation.</summary>
    private async Task<string> InForce()
    {
        source.Begin();
        return (await source.Current(None)).People.Keys.Single().Value;
    }

    private async Task Push(string person) => await push.Handle(await store.Pointer(None), Version(person), "ada", None);

    private async Task PushText(string text, string id) =>
        await push.Handle(await store.Pointer(None), new ConfigurationVersion(id, [File(text)]), "ada", None);

    private static ConfigurationVersion Version(string person) =>
        new(((ConfigurationResult.Valid)ConfigurationLoader.Load([File(Text(person))], "config", default)).Configuration.Version, [File(Text(person))]);

    private static ConfigurationFile File(string text) => new("config/oncall.yaml", Encoding.UTF8.GetBytes(text));

    private static string Text(string person) => $"people:\n  {person}: {{ name: Somebody }}\ncatch_all:\n  targets: [person: {person}]\n";

    private sealed class Packaged : IOnCallConfigurationProvider
    {
        public ConfigurationResult.Invalid? Problem => null;

        public ValueTask<OnCallConfiguration> Current(CancellationToken cancellation) =>
            ValueTask.FromResult(((ConfigurationResult.Valid)ConfigurationLoader.Load([File(Text("packaged"))], "config", default)).Configuration);
    }

    /// <summary>Counts what it is asked, and can be made to fail.</summary>
    private sealed class Faulty : IConfigurationStore
    {
        private readonly InMemoryConfigurationStore inner = new();

        public Func<Exception>? Fault { get; set; }

        public int Looks { get; private set; }

        public int Reads { get; private set; }

        public Task<ConfigurationPointer> Pointer(CancellationToken cancellation)
        {
            Looks++;
            return Fault is null ? inner.Pointer(cancellation) : throw Fault();
        }

        public Task<ConfigurationVersion?> Read(string id, CancellationToken cancellation)
        {
            Reads++;
            return inner.Read(id, cancellation);
        }

        public Task Keep(ConfigurationVersion version, CancellationToken cancellation) => inner.Keep(version, cancellation);

        public Task<SaveResult> Move(ConfigurationPointer known, ConfigurationPointer next, CancellationToken cancellation) => inner.Move(known, next, cancellation);

        public Task<IReadOnlyList<ConfigurationPointer>> History(int limit, CancellationToken cancellation) => inner.History(limit, cancellation);
    }
}
