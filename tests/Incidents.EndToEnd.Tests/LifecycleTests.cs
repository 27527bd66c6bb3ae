using System.Diagnostics;
using System.Text.Json;

namespace Incidents.EndToEnd.Tests;

public class LifecycleTests
{
    [Fact]
    public async Task Up_StopsWithinFiveSeconds_LeavesNoProcess_AndShowsTheSameIncidentsAgain()
    {
        using var sandbox = new Sandbox();
        var up = await sandbox.UpProcess();
        await sandbox.Run("alarm", "checkout", "--data", sandbox.Data);

        Assert.InRange(await Sandbox.Terminate(up), TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Empty(Children(sandbox.Data));

        await sandbox.UpProcess();
        Assert.Matches("INC-1 +triggered +Sev1", (await sandbox.Run("list", "--data", sandbox.Data)).Output);
    }

    [Fact]
    public async Task F27_F28_F29_KilledAtAnyMoment_EveryAlarmIsPagedOnce_OrTwiceWithTheSecondMarked()
    {
        using var sandbox = new Sandbox();
        string[] services = ["checkout", "payments", "search"];
        var random = new Random(20261121);
        foreach (var service in services)
        {
            var up = await sandbox.UpProcess();
            var sending = sandbox.Start("alarm", sandbox.File($"{service}.json", Sandbox.AlarmOf($"{service}-5xx", "2026-09-14T11:18:44.401+0000")), "--data", sandbox.Data);
            await Task.Delay(random.Next(250, 900));
            up.Kill();
            await up.WaitForExitAsync();
            await sending.WaitForExitAsync();
            Assert.Empty(Children(sandbox.Data));
        }

        await sandbox.UpProcess();
        foreach (var service in services)
        {
            // What was not answered is delivered again, as SNS does.
            await sandbox.Run("alarm", Path.Combine(sandbox.Data, $"{service}.json"), "--data", sandbox.Data);
        }

        var pages = new Dictionary<string, List<string>>();
        for (var waited = 0; waited < 60 && pages.Count < services.Length; waited++)
        {
            await Task.Delay(1_000);
            pages = await Pages(sandbox);
        }

        Assert.Equal(services.Order(), pages.Keys.Order());
        Assert.All(pages.Values, cards => Assert.True(cards.Count == 1 || (cards.Count == 2 && cards[1].Contains("repeat", StringComparison.OrdinalIgnoreCase)), string.Join('\n', cards)));
    }

    [Fact]
    public async Task V50_Up_WhenItsStoreIsKilled_StartsItAgain_KnowsTheSameIncidents_AndEndsWithZeroOnlyWhenAsked()
    {
        using var sandbox = new Sandbox();
        var up = await sandbox.UpProcess();
        var errors = up.StandardError.ReadToEndAsync();
        await sandbox.Run("alarm", "checkout", "--data", sandbox.Data);

        for (var times = 0; times < 2; times++)
        {
            using var kill = Process.Start("kill", ["-KILL", Assert.Single(Children(sandbox.Data)).Trim().Split(' ')[0]]);
            await kill.WaitForExitAsync();
            await sandbox.Healthy();
        }

        Assert.False(up.HasExited);
        Assert.Matches("INC-1 +triggered +Sev1", (await sandbox.Run("list", "--data", sandbox.Data)).Output);
        await sandbox.Run("alarm", "payments", "--data", sandbox.Data);
        Assert.Contains("INC-", (await sandbox.Run("list", "--data", sandbox.Data)).Output, StringComparison.Ordinal);
        await Sandbox.Terminate(up);
        Assert.Equal(0, up.ExitCode);
        Assert.Contains("the embedded store ended by itself", await errors, StringComparison.Ordinal);
        Assert.Empty(Children(sandbox.Data));
    }

    [Fact]
    public async Task ABusyPort_ATakenFolder_AnUnreadableConfiguration_AreOneLineEach()
    {
        using var sandbox = new Sandbox();
        await sandbox.UpProcess();
        using var other = new Sandbox();

        var busy = await other.Run("up", "--data", other.Data, "--port", $"{sandbox.Port}");
        var taken = await other.Run("up", "--data", sandbox.Data, "--port", $"{other.Port}");
        Directory.CreateDirectory(Path.Combine(other.Data, "config"));
        other.File("config/broken.yaml", "people:\n  ana: { nam: Ana }\n");
        var broken = await other.Run("up", "--data", other.Data, "--port", $"{other.Port}", "--config", Path.Combine(other.Data, "config"));

        Assert.All(new[] { busy, taken, broken }, finished =>
        {
            Assert.NotEqual(0, finished.ExitCode);
            Assert.Single(finished.Errors.Split('\n'));
        });
        Assert.Contains($"--port {sandbox.Port + 1}", busy.Errors, StringComparison.Ordinal);
        Assert.Contains("--data", taken.Errors, StringComparison.Ordinal);
        Assert.Contains("broken.yaml:", broken.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutUp_ACommandSaysSo()
    {
        using var sandbox = new Sandbox();

        var finished = await sandbox.Run("list", "--data", sandbox.Data);

        Assert.Equal(3, finished.ExitCode);
        Assert.Contains("incidents up", finished.Errors, StringComparison.Ordinal);
    }

    /// <summary>First lines of the cards with a mention, by service.</summary>
    private static async Task<Dictionary<string, List<string>>> Pages(Sandbox sandbox)
    {
        using var http = new HttpClient();
        using var messages = JsonDocument.Parse(await http.GetStringAsync($"http://127.0.0.1:{sandbox.Port}/dev/slack/messages"));
        return messages.RootElement.EnumerateArray()
            .Select(message => message.GetProperty("payload").GetRawText())
            .Where(payload => payload.Contains("incident_ack", StringComparison.Ordinal))
            .GroupBy(payload => new[] { "checkout", "payments", "search" }.First(s => payload.Contains($"{s}-5xx", StringComparison.Ordinal)))
            .ToDictionary(group => group.Key, group => group.ToList());
    }

    /// <summary>Store processes that still hold the folder.</summary>
    private static List<string> Children(string data)
    {
        using var ps = Process.Start(new ProcessStartInfo("ps", ["-eo", "pid,args"]) { RedirectStandardOutput = true })!;
        return [.. ps.StandardOutput.ReadToEnd().Split('\n').Where(line => line.Contains("dynoxide", StringComparison.Ordinal) && line.Contains(data, StringComparison.Ordinal))];
    }
}
