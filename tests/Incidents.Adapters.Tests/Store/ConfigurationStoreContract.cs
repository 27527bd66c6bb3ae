using System.Text;
using Incidents.Adapters.CommandLine.InMemory;
using Incidents.Adapters.DynamoDb.Configurations;
using Incidents.Application.Configuration.Versions;
using Incidents.Application.Configuration.Versions.Forgetting;
using Incidents.Application.Store;
using Incidents.Configuration.Files;
using Incidents.Configuration.Loading;
using NodaTime;

namespace Incidents.Adapters.Tests.Store;

/// <summary>What every store of configurations has to do.</summary>
public abstract class ConfigurationStoreContract : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private IConfigurationArchive store = null!;

    /// <summary>The store as another worker sees it.</summary>
    private protected abstract IConfigurationArchive AnotherWorker();

    private protected abstract Task Prepare();

    public async Task InitializeAsync()
    {
        await Prepare();
        store = AnotherWorker();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Pointer_WhenNobodyEverPushed_IsNever()
    {
        Assert.Equal(ConfigurationPointer.Never, await store.Pointer(None));
        Assert.Empty(await store.History(10, None));
        Assert.Null(await store.Read("0123456789ab", None));
    }

    [Fact]
    public async Task Keep_ThenRead_GivesBackEveryByte_InOrder()
    {
        byte[][] contents = [[0xEF, 0xBB, 0xBF, .. "a: \"é🔥\"\r\n"u8], [], [.. Encoding.UTF8.GetBytes("# \u2028 <b> \\ \"\n")]];
        await store.Keep(new ConfigurationVersion("one", [.. contents.Select((bytes, i) => new ConfigurationFile($"config/{i}.yaml", bytes))]), None);

        var read = await AnotherWorker().Read("one", None);

        Assert.Equal(["config/0.yaml", "config/1.yaml", "config/2.yaml"], read!.Files.Select(file => file.Name));
        Assert.Equal(contents, read.Files.Select(file => file.Content.ToArray()));
    }

    [Fact]
    public async Task Keep_OfTheSameId_ChangesNothing()
    {
        await store.Keep(Version("one", "first"), None);
        await AnotherWorker().Keep(Version("one", "second"), None);

        Assert.Equal("first", Encoding.UTF8.GetString((await store.Read("one", None))!.Files[0].Content.Span));
    }

    [Fact]
    public async Task Keep_OfAsMuchAsIsLegal_Fits()
    {
        var random = new Random(4711);
        var noise = string.Concat(Enumerable.Range(0, ConfigurationLoader.MostBytes / 3).Select(_ => (char)random.Next(0x4E00, 0x9FA0)));

        await store.Keep(Version("wide", noise), None);

        Assert.Equal(noise, Encoding.UTF8.GetString((await AnotherWorker().Read("wide", None))!.Files[0].Content.Span));
    }

    [Fact]
    public async Task Move_IsSeenByOthers_AndRemembered()
    {
        var first = ConfigurationPointer.Never.Next("one", "ada", Sample.Start);
        var second = first.Next(null, "grace", Sample.Start + Duration.FromTicks(1));

        Assert.Equal(SaveResult.Saved, await store.Move(ConfigurationPointer.Never, first, None));
        Assert.Equal(first, await AnotherWorker().Pointer(None));
        Assert.Equal(SaveResult.Saved, await AnotherWorker().Move(first, second, None));

        Assert.Equal(second, await store.Pointer(None));
        Assert.Equal([second, first], await store.History(10, None));
        Assert.Equal([second], await store.History(1, None));
    }

    [Fact]
    public async Task Move_OnAnOlderPointer_IsConflict_AndLeavesNoTrace()
    {
        var first = ConfigurationPointer.Never.Next("one", "ada", Sample.Start);
        await store.Move(ConfigurationPointer.Never, first, None);

        Assert.Equal(SaveResult.Conflict, await AnotherWorker().Move(ConfigurationPointer.Never, ConfigurationPointer.Never.Next("two", "grace", Sample.Start), None));

        Assert.Equal(first, await store.Pointer(None));
        Assert.Equal([first], await store.History(10, None));
    }

    [Fact]
    public async Task Move_ByManyAtOnce_LetsOneWin()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() =>
            AnotherWorker().Move(ConfigurationPointer.Never, ConfigurationPointer.Never.Next($"v{i}", "ada", Sample.Start), None))));

        Assert.Single(results, SaveResult.Saved);
        Assert.Equal($"v{Array.IndexOf(results, SaveResult.Saved)}", (await store.Pointer(None)).Version);
    }

    [Fact]
    public async Task V37_Move_KeepsWhoseCredentialsItWasDoneWith()
    {
        var first = ConfigurationPointer.Never.Next("one", "ada", Sample.Start) with { Caller = "arn:aws:iam::123456789012:user/ada" };

        await store.Move(ConfigurationPointer.Never, first, None);

        Assert.Equal(first, await AnotherWorker().Pointer(None));
        Assert.Equal([first], await AnotherWorker().History(10, None));
    }

    [Fact]
    public async Task V37_Replace_PutsACopyInItsPlace_UnderTheSameKey_UnlessThePointerOrTheVersionHasChanged()
    {
        await store.Keep(Version("one", "first"), None);
        await store.Keep(Version("never", "in force"), None);
        var (kept, redaction) = ((await store.Read("one", None))!, new Redaction("grace", Sample.Start));
        var copy = Version("one", "copy") with { Redacted = redaction };

        Assert.Equal(["never", "one"], await AnotherWorker().Versions(None));
        Assert.Equal(SaveResult.Saved, await store.Replace(ConfigurationPointer.Never, kept, copy, None));
        Assert.Equal(("copy", redaction), (await Text("one"), (await AnotherWorker().Read("one", None))!.Redacted));

        var pointer = ConfigurationPointer.Never.Next("two", "ada", Sample.Start);
        await store.Move(ConfigurationPointer.Never, pointer, None);
        Assert.Equal(SaveResult.Conflict, await store.Replace(pointer, kept, Version("one", "again") with { Redacted = redaction }, None));
        Assert.Equal(SaveResult.Conflict, await store.Replace(pointer with { Revision = 7 }, copy, Version("one", "again") with { Redacted = redaction }, None));
        Assert.Equal("copy", await Text("one"));
        Assert.Equal(SaveResult.Saved, await store.Replace(pointer, (await store.Read("one", None))!, Version("one", "again") with { Redacted = redaction }, None));
        Assert.Equal(("again", pointer), (await Text("one"), await AnotherWorker().Pointer(None)));
        Assert.Equal([pointer], await store.History(10, None));
    }

    [Fact]
    public async Task V37_Replace_OfAVersionThatIsNotKept_IsConflict_AndKeepsNothing()
    {
        Assert.Equal(SaveResult.Conflict, await store.Replace(ConfigurationPointer.Never, Version("one", "first"), Version("one", "copy"), None));
        Assert.Null(await store.Read("one", None));
    }

    [Fact]
    public async Task V37_Keep_OverARedactedCopy_IsTheVersionAgain()
    {
        await store.Keep(Version("one", "first"), None);
        await store.Replace(ConfigurationPointer.Never, Version("one", "first"), Version("one", "copy") with { Redacted = new Redaction("grace", Sample.Start) }, None);

        await AnotherWorker().Keep(Version("one", "first"), None);

        Assert.Equal(("first", null), (await Text("one"), (await store.Read("one", None))!.Redacted));
    }

    private async Task<string> Text(string id) => Encoding.UTF8.GetString((await AnotherWorker().Read(id, None))!.Files[0].Content.Span);

    private static ConfigurationVersion Version(string id, string text) => new(id, [new ConfigurationFile("config/a.yaml", Encoding.UTF8.GetBytes(text))]);
}

public sealed class InMemoryConfigurationStoreTests : ConfigurationStoreContract
{
    private readonly InMemoryConfigurationStore store = new();

    private protected override IConfigurationArchive AnotherWorker() => store;

    private protected override Task Prepare() => Task.CompletedTask;
}

[Collection(EmbeddedStoreTests.Name)]
public sealed class DynamoConfigurationStoreTests(EmbeddedStore embedded) : ConfigurationStoreContract
{
    private static readonly FixedClock Clock = new(Sample.Start);

    private string table = "";

    private protected override IConfigurationArchive AnotherWorker() => new DynamoConfigurationStore(embedded.Client, table, Clock);

    private protected override async Task Prepare() => table = await embedded.NewTable();
}
