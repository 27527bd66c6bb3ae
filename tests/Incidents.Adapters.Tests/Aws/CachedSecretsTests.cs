using Incidents.Adapters.Aws;
using Incidents.Adapters.Tests.Store;
using NodaTime;

namespace Incidents.Adapters.Tests.Aws;

public sealed class CachedSecretsTests
{
    private const string Name = "/incidents/slack-webhook";

    private readonly FixedClock clock = new(Instant.FromUtc(2026, 9, 14, 11, 20));
    private readonly Dictionary<string, string> stored = new() { [Name] = "one" };
    private AwsCallException? failure;
    private int reads;

    [Fact]
    public async Task Constructor_BeginsToReadAndHoldsNothingUp()
    {
        var asked = new TaskCompletionSource();
        var release = new TaskCompletionSource<IReadOnlyDictionary<string, string>>();
        var secrets = new CachedSecrets((_, _) => { asked.SetResult(); return release.Task; }, [Name], clock);

        await asked.Task.WaitAsync(TimeSpan.FromSeconds(10));
        release.SetResult(stored);

        Assert.Equal("one", await secrets.Get(Name, default));
    }

    [Fact]
    public async Task Get_WithinFiveMinutes_ReadsOnce()
    {
        var secrets = Open();
        await secrets.Get(Name, default);
        clock.Now += Duration.FromMinutes(5) - Duration.FromSeconds(1);
        stored[Name] = "two";

        Assert.Equal("one", await secrets.Get(Name, default));
        clock.Now += Duration.FromSeconds(1);
        Assert.Equal("two", await secrets.Get(Name, default));
        Assert.Equal(2, reads);
    }

    [Fact]
    public async Task Get_WhenTheStoreFailsLater_KeepsTheLastGoodAndAsksOnceAMinute()
    {
        var secrets = Open();
        await secrets.Get(Name, default);
        failure = new AwsCallException("no_answer", mayPass: true);
        clock.Now += Duration.FromMinutes(5);

        for (var second = 0; second < 60; second++)
        {
            Assert.Equal("one", await secrets.Get(Name, default));
            clock.Now += Duration.FromSeconds(1);
        }

        Assert.Equal(2, reads);
        (failure, stored[Name]) = (null, "two");
        Assert.Equal("two", await secrets.Get(Name, default));
    }

    [Fact]
    public async Task Get_WhenTheStoreHasNeverAnswered_SaysWhichParameterAndWhatToDoAndAsksAnew()
    {
        failure = new AwsCallException("AccessDeniedException", mayPass: false);
        var secrets = Open();

        var unread = await Assert.ThrowsAsync<SecretUnavailableException>(() => secrets.Get(Name, default).AsTask());
        Assert.Equal($"The parameter {Name} could not be read: AccessDeniedException. Allow ssm:GetParameters on {Name} to the role this runs as.", unread.Message);

        failure = null;
        Assert.Equal("one", await secrets.Get(Name, default));
    }

    [Fact]
    public async Task Get_AParameterThatDoesNotExist_SaysHowToMakeIt()
    {
        stored.Clear();

        var missing = await Assert.ThrowsAsync<SecretUnavailableException>(() => Open().Get(Name, default).AsTask());

        Assert.Contains($"aws ssm put-parameter --type SecureString --name {Name}", missing.Message, StringComparison.Ordinal);
        Assert.Null(await Open().Find(Name, default));
    }

    [Fact]
    public async Task Get_ManyAtOnce_ShareOneRead()
    {
        var secrets = Open();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => secrets.Get(Name, default).AsTask())));

        Assert.Equal(1, reads);
    }

    [Fact]
    public async Task Get_WhenOneCallerGivesUp_TheOthersStillGetIt()
    {
        var release = new TaskCompletionSource<IReadOnlyDictionary<string, string>>();
        var secrets = new CachedSecrets((_, _) => release.Task, [Name], clock);
        using var impatient = new CancellationTokenSource();
        var first = secrets.Get(Name, impatient.Token).AsTask();
        var second = secrets.Get(Name, default).AsTask();

        await impatient.CancelAsync();
        release.SetResult(stored);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal("one", await second);
    }

    [Fact]
    public async Task Reread_SaysWhetherAnythingIsNew_AndAsksOnceAMinute()
    {
        var secrets = Open();
        await secrets.Get(Name, default);
        Assert.False(await secrets.Reread(default));

        clock.Now += Duration.FromMinutes(1);
        Assert.False(await secrets.Reread(default));
        stored[Name] = "two";
        Assert.False(await secrets.Reread(default));
        clock.Now += Duration.FromMinutes(1);
        Assert.True(await secrets.Reread(default));

        Assert.Equal(("two", 3), (secrets.Known(Name), reads));
    }

    [Fact]
    public async Task V21_Get_WhenOneMayNotBeRead_TheOthersAre_AndItIsAskedForAgainAfterAMinute()
    {
        const string Denied = "/incidents/previous";
        stored[Denied] = "denied";
        var isDenied = true;
        var secrets = new CachedSecrets(
            (names, cancellation) => isDenied && names.Contains(Denied) ? Task.FromException<IReadOnlyDictionary<string, string>>(new AwsCallException("AccessDeniedException", mayPass: false)) : Read(names, cancellation),
            [Name, Denied, "/incidents/missing"], clock);

        Assert.Equal("one", await secrets.Get(Name, default));
        Assert.Null(await secrets.Find("/incidents/missing", default));
        Assert.Contains($"Allow ssm:GetParameters on {Denied}", (await Assert.ThrowsAsync<SecretUnavailableException>(() => secrets.Find(Denied, default).AsTask())).Message, StringComparison.Ordinal);

        isDenied = false;
        clock.Now += Duration.FromMinutes(1);
        Assert.Equal("denied", await secrets.Get(Denied, default));

        isDenied = true;
        (stored[Name], stored[Denied]) = ("two", "other");
        clock.Now += Duration.FromMinutes(5);
        Assert.Equal(("two", "denied"), (await secrets.Get(Name, default), await secrets.Get(Denied, default)));
    }

    [Fact]
    public async Task V21_Find_ANameThatWasNotAmongThem_IsReadAtOnce_AndOnce()
    {
        var secrets = Open();
        await secrets.Get(Name, default);
        stored["/incidents/ada-ntfy"] = "ada";

        Assert.Equal("ada", await secrets.Find("/incidents/ada-ntfy", default));
        Assert.Equal("ada", await secrets.Find("/incidents/ada-ntfy", default));
        Assert.Equal(2, reads);
    }

    [Fact]
    public async Task V21_Find_WhatIsNotThereYet_IsReadFromWhereItWasBefore_UntilItIsThere()
    {
        stored["/old"] = "of old";
        var secrets = new CachedSecrets(Read, ["/new", Name], clock, (found, missing) =>
        {
            Assert.Equal("one", found[Name]);
            return ValueTask.FromResult<IReadOnlyDictionary<string, string>>(missing.Where(name => name == "/new").ToDictionary(name => name, _ => "/old"));
        });
        Assert.Equal("of old", await secrets.Get("/new", default));

        stored["/new"] = "of today";
        clock.Now += Duration.FromMinutes(5);
        Assert.Equal("of today", await secrets.Get("/new", default));
    }

    private CachedSecrets Open() => new(Read, [Name], clock);

    private Task<IReadOnlyDictionary<string, string>> Read(IEnumerable<string> names, CancellationToken cancellation)
    {
        Interlocked.Increment(ref reads);
        return failure is null
            ? Task.FromResult<IReadOnlyDictionary<string, string>>(names.Where(stored.ContainsKey).ToDictionary(name => name, name => stored[name]))
            : Task.FromException<IReadOnlyDictionary<string, string>>(failure);
    }
}
