using System.Text;
using Incidents.Application.Slack;
using Incidents.Domain.Incidents;
using Incidents.Web.Preview;
using NodaTime;

namespace Incidents.Web.Tests.Preview;

/// <summary>The preview is decoration: what becomes of its file is nothing to a page.</summary>
public sealed class PreviewFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("preview");
    private readonly JumpingClock clock = new(Instant.FromUtc(2026, 9, 14, 3, 12));
    private readonly List<string> warnings = [];

    private string Path => System.IO.Path.Combine(folder.FullName, "slack.ndjson");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task V51_Preview_WhenItsFileCannotBeWritten_TakesEachMessageOnce_AndSaysSoOnce()
    {
        Directory.CreateDirectory(Path);
        var preview = new SlackPreview(Path, clock, warnings.Add);

        foreach (var i in Enumerable.Range(1, 3))
        {
            Assert.IsType<DeliveryResult.Delivered>(await preview.Post("default", Bytes(i), default));
        }

        await preview.Written;
        Assert.Equal(3, preview.Messages.Count);
        Assert.Contains(Path, Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task V51_Preview_WhenItsFileCanBeWrittenAgain_GoesOnWithIt()
    {
        Directory.CreateDirectory(Path);
        var preview = new SlackPreview(Path, clock, warnings.Add);
        await preview.Post("default", Bytes(1), default);
        await preview.Written;
        Directory.Delete(Path);

        await preview.Post("default", Bytes(2), default);
        await preview.Written;

        Assert.Equal(["2"], Texts(new SlackPreview(Path, clock)));
    }

    [Fact]
    public async Task V51_Preview_WhenItsDiskStandsStill_DelaysOneMessageByAMomentAndNoOther()
    {
        var preview = new SlackPreview(Path, clock);

        // A pipe that nobody reads: opening it for writing waits for ever.
        using var made = System.Diagnostics.Process.Start("mkfifo", [Path]);
        await made.WaitForExitAsync();
        var reader = new Thread(() => File.OpenRead(Path).Dispose()) { IsBackground = true };
        var posted = Task.Run(async () =>
        {
            for (var i = 1; i <= 20; i++)
            {
                await preview.Post("default", Bytes(i), default);
            }
        });

        var took = System.Diagnostics.Stopwatch.StartNew();
        await posted.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.InRange(took.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(3));
        Assert.Equal(20, preview.Messages.Count);
        Assert.False(preview.Written.IsCompleted);
        reader.Start();
    }

    [Fact]
    public async Task V51_PreviewFile_WhenItGrowsPastItsBound_KeepsTheNewest()
    {
        const long Most = 20_000;
        var preview = new SlackPreview(Path, clock, warnings.Add, Most);
        for (var i = 1; i <= 400; i++)
        {
            await preview.Post("default", Bytes(i), default);
        }

        await preview.Written;

        Assert.InRange(new FileInfo(Path).Length, Most / 4, Most);
        Assert.Empty(warnings);
        var shown = Texts(new SlackPreview(Path, clock, warnings.Add, Most));
        Assert.Equal("400", shown[^1]);
        Assert.Equal(Enumerable.Range(401 - shown.Count, shown.Count).Select(i => $"{i}"), shown);
        Assert.Equal([Path], Directory.GetFiles(folder.FullName));
    }

    [Fact]
    public async Task V51_PreviewFile_OfAnEarlierVersion_HoweverLong_IsReadFromItsEnd()
    {
        await File.WriteAllLinesAsync(Path, Enumerable.Range(1, 2_000).Select(i => $$"""{"id":{{i}},"channel":"default","at":"2026-09-14T03:12:00Z","payload":{"text":"{{i}}"} }"""));

        var shown = Texts(new SlackPreview(Path, clock, warnings.Add, mostBytes: 10_000));

        Assert.InRange(shown.Count, 50, 200);
        Assert.Equal("2000", shown[^1]);
    }

    private static List<string?> Texts(SlackPreview preview) => [.. preview.Messages.Select(message => message.Payload.GetProperty("text").GetString())];

    private static byte[] Bytes(int text) => Encoding.UTF8.GetBytes($$"""{"text":"{{text}}"}""");
}
