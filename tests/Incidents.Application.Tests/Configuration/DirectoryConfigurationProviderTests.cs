using Incidents.Application.Configuration;
using Incidents.Configuration.Loading;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using static Incidents.Application.Tests.Configuration.Written;

namespace Incidents.Application.Tests.Configuration;

public sealed class DirectoryConfigurationProviderTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("incidents-config-").FullName;
    private readonly FakeTimeProvider clock = new(Now.ToDateTimeOffset());

    private DirectoryConfigurationProvider Source => field ??= new(new ConfigurationDirectory(directory), clock);

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task Current_FirstLoadBroken_FailsWithEveryProblem()
    {
        Write("a.yaml", "people:\n  ada: { slak: U0ADA00001 }\n");

        var failure = await Assert.ThrowsAsync<InvalidConfigurationException>(async () => await Source.Current(default));

        Assert.Contains($"{directory}/a.yaml:2:10: error: There is no key \"slak\" in `ada`. Did you mean \"slack\"?", failure.Message);
        Assert.Same(failure.Result, Source.Problem);
    }

    [Fact]
    public async Task Current_GoodEdit_IsInForceASecondLater()
    {
        Write("a.yaml", Base);
        var before = await Source.Current(default);
        Write("sub/b.yml", "teams:\n  t: { members: [ada] }\n");

        Assert.Same(before, await Source.Current(default));
        clock.Advance(TimeSpan.FromSeconds(1));
        var after = await Source.Current(default);

        Assert.Contains(new TeamId("t"), after.Teams);
        Assert.NotEqual(before.Version, after.Version);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Same(after, await Source.Current(default));
    }

    [Fact]
    public async Task Current_BrokenEdit_LastGoodStaysUntilMended()
    {
        Write("a.yaml", Base);
        var good = await Source.Current(default);

        Write("b.yaml", "teams:\n\tt: {}\n");
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Same(good, await Source.Current(default));
        Assert.Contains("indented with a tab", Assert.Single(Source.Problem!.Problems).ToString());

        Write("b.yaml", "teams:\n  t: { members: [ada] }\n");
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains(new TeamId("t"), (await Source.Current(default)).Teams);
        Assert.Null(Source.Problem);
    }

    [Fact]
    public async Task Current_DirectoryGone_LastGoodStays()
    {
        Write("a.yaml", Base);
        var good = await Source.Current(default);

        File.Delete(Path.Combine(directory, "a.yaml"));
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Same(good, await Source.Current(default));
        Assert.Contains("There is no .yaml file in this directory", Source.Problem!.ToString());
    }

    [Fact]
    public async Task Current_ClockSetBack_StillLooks()
    {
        Write("a.yaml", Base);
        await Source.Current(default);
        Write("b.yaml", "teams:\n  t: { members: [ada] }\n");
        clock.AdjustTime(clock.GetUtcNow() - TimeSpan.FromHours(1));

        Assert.Contains(new TeamId("t"), (await Source.Current(default)).Teams);
    }

    [Fact]
    public void Load_NoDirectory_SaysWhatToDo() => Assert.Equal(
        ["nowhere:1:1: error: There is no such directory. Name the one that holds the configuration, or let `incidents init` write it."],
        Problems(new ConfigurationDirectory("nowhere").Load(Now)));

    [Fact]
    public void Load_PathThatIsNone_IsAProblem()
    {
        Write("a.yaml", Base);

        Assert.Contains("The files cannot be read.", Assert.Single(Problems(new ConfigurationDirectory("").Load(Now))));
        Assert.Contains("There is no such directory.", Assert.Single(Problems(new ConfigurationDirectory(Path.Combine(directory, "a.yaml")).Load(Now))));
    }

    [Fact]
    public void Load_FilesOfEditorsAndOthers_AreLeftAlone()
    {
        Write("a.yaml", Base);
        Write(".#a.yaml", "broken: [");
        Write("a.yaml~", "broken: [");
        Write("notes.md", "broken: [");

        Assert.Empty(Problems(new ConfigurationDirectory(directory).Load(Now)));
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(directory, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
