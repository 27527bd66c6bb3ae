using System.Text;
using System.Text.Json;
using Incidents.Cli.Answers;
using Incidents.Cli.Commands;
using Incidents.Cli.Up;
using Incidents.EndToEnd.Tests.Stacks;

namespace Incidents.Cli.Tests.CommandLine.Json;

/// <summary>Each command that has `--json` prints JSON alone on standard output, of the shape that docs/cli.md gives.</summary>
public sealed class JsonAnswerTests : IDisposable
{
    private static readonly Dictionary<string, System.CommandLine.Command> Commands = CommandTree.Below(CommandTree.Root(CommandTree.Groups())).ToDictionary(one => one.Path, one => one.Command);

    private static readonly IReadOnlyList<string> WithJson = [.. Commands.Where(one => one.Value.Options.OfType<JsonOption>().Any()).Select(one => one.Key).Order(StringComparer.Ordinal)];

    /// <summary>A stack takes alarms by its topic, has no console whose calendars could be linked, and sends a test page within a minute, which is too long for a test.</summary>
    private static readonly string[] NotOnStacks = ["alarm", "calendar link", "calendar revoke", "test-page"];

    /// <summary>Those that look at files of this machine, and say by 1 that something is wrong with them.</summary>
    private static readonly string[] Judging = ["check", "doctor", "alarms coverage", "import pagerduty", "import opsgenie", "import grafana-oncall", "import incident-manager", "test-page"];

    /// <summary>Those that print a document for each schedule, alarm or the like, a line each.</summary>
    private static readonly string[] ManyDocuments = ["alarm", "oncall", "schedule conflicts", "schedule fairness", "schedule gaps", "schedule quality"];

    private readonly Sandbox sandbox = new();
    private readonly HashSet<string> ran = [];
    private readonly List<string> faults = [];

    /// <summary>Variables by which commands find the table; null where they ask the `up`.</summary>
    private Dictionary<string, string?>? stack;

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void Shape_OfEachCommandWithJson_IsDocumented() => Assert.Equal(WithJson, DocumentedShape.ByCommand.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public async Task Command_WithJson_PrintsDocumentsOfItsShape_AndNothingElse()
    {
        await using var host = await InProcess.Start(new UpSettings(sandbox.Port, new DataDirectory(new DirectoryInfo(sandbox.Data)), Config(), Path.Combine(Repository.Root, "runbooks"), InMemory: false));
        await sandbox.Healthy();

        await Respond();
        await CoverForOneAnother();
        await Operate();
        await Configure();
        await LookAtFiles();

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
        Assert.Equal(WithJson, ran.Order(StringComparer.Ordinal));
    }

    /// <summary>The `up` beside it stands for the stack, whose tick sends what is due.</summary>
    [Fact]
    public async Task Command_WithJson_OnTheTableOfAStack_PrintsTheSame()
    {
        await using var sts = await StsDouble.Start();
        await using var host = await InProcess.Start(new UpSettings(sandbox.Port, new DataDirectory(new DirectoryInfo(sandbox.Data)), Config(), Path.Combine(Repository.Root, "runbooks"), InMemory: false));
        await sandbox.Healthy();
        stack = new()
        {
            ["AWS_ENDPOINT_URL_DYNAMODB"] = File.ReadAllText(Path.Combine(sandbox.Data, "store-url")).Trim(),
            ["AWS_ENDPOINT_URL_STS"] = sts.Address.ToString(),
            ["AWS_ACCESS_KEY_ID"] = "local",
            ["AWS_SECRET_ACCESS_KEY"] = "local",
            ["AWS_REGION"] = "eu-west-1",
        };
        await Told("config push", Config(), "--yes");

        await Respond();
        await CoverForOneAnother();
        await Operate();
        await Configure();

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
        Assert.Equal(WithJson.Where(path => OnStacks(path)), ran.Order(StringComparer.Ordinal));
    }

    private static bool OnStacks(string path) => Commands[path].Options.Any(option => option.Name == "--table") && !NotOnStacks.Contains(path);

    private async Task Respond()
    {
        await Told("whoami", "ada");
        await Told("whoami");
        foreach (var title in new[] { "Cards are declined", "Orders are slow", "Cards are declined again", "Nothing is wrong" })
        {
            await Told("declare", title, "--service", "checkout");
        }

        await Told("list");
        await Told("show", "INC-1");
        await Told("ack", "INC-1", "--for", "30m");
        await Told("ack", "INC-2", "INC-4");
        await Told("snooze", "INC-2", "2h");
        await Told("note", "INC-1", "rolled back\nrelease 41");
        await Told("mitigate", "INC-1");
        await Told("severity", "INC-1", "1", "--why", "a tenth of orders");
        await Told("title", "INC-1", "Cards are “declined”");
        await Told("role", "INC-1", "commander", "ada");
        await Told("link", "INC-1", "INC-2");
        await Told("give-back", "INC-1");
        await Told("escalate", "INC-1");
        await Told("reassign", "INC-1", "grace");
        await Told("page-also", "INC-1", "payments");
        await Told("merge", "INC-3", "INC-1");
        await Told("resolve", "INC-2", "--note", "done");
        await Told("resolve", "INC-1", "INC-4", "--note", "done");
        await Told("reopen", "INC-2", "--why", "errors are back");
        await Told("postmortem", "INC-1");
        await Told("alarm", "checkout");
        await Told("test-page", "ada", "--wait", "1s");
    }

    private async Task CoverForOneAnother()
    {
        await Told("oncall");
        await Told("oncall", "--from", "2026-09-14", "--to", "2026-09-21");
        await Told("oncall", "--config", "config");
        await Told("oncall", "primary", "--config", "config", "--from", "2026-09-14", "--to", "2026-09-21");
        var cover = await Told("override add", "primary", "--user", "grace", "--from", "tomorrow 09:00", "--for", "8h");
        await Told("override list");
        await Told("override cancel", "primary", Id(cover));
        var duty = await Told("oncall", "primary", "--at", $"{Day(2)}T09:30:00Z");
        var onCall = duty.GetProperty("onCall")[0].GetProperty("id").GetString()!;
        foreach (var verb in new[] { "cancel", "take" })
        {
            var swap = await Told("swap ask", "primary", "--from", $"{Day(2)} 10:00", "--for", "2h", "--as", onCall);
            await Told("swap list");
            await Told($"swap {verb}", Id(swap), "--as", verb == "cancel" ? onCall : onCall == "alan" ? "grace" : "alan");
        }

        var away = await Told("time-off add", "alan", "--from", Day(30), "--to", Day(90));
        await Told("time-off list");
        await Told("schedule conflicts", "--days", "180");
        await Told("schedule conflicts", "--config", "config");
        await Told("time-off cancel", Id(away));
        var calendar = sandbox.File("away.ics", $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:Holiday\r\nDTSTART;VALUE=DATE:{Day(30, "")}\r\nDTEND;VALUE=DATE:{Day(32, "")}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        await Told("time-off import", calendar, "--person", "ada");
        await Told("calendar link", "--person", "ada");
        await Told("calendar list");
        await Told("calendar revoke", "--person", "ada");
        await Told("oncall sick", "ada");
    }

    private async Task Operate()
    {
        var window = await Told("maintenance add", "moving the database", "--service", "checkout", "--for", "2h");
        await Told("maintenance list");
        await Told("maintenance end", Id(window));
        await Told("heartbeat beat", "nightly-backup");
        await Told("heartbeat list");
        await Told("heartbeat mute", "nightly-backup", "--reason", "migration", "--for", "2h");
        await Told("heartbeat unmute", "nightly-backup");
        await Told("doctor");
        await Told("schedule fairness");
        await Told("schedule fairness", "--config", "config");
    }

    private async Task Configure()
    {
        await Told("config list");
        await Told("config show");
        await Told("config push", "config", "--yes");
        await Told("config push", "config", "--yes");
        await Told("config list");
        await Told("config show", "--files");
        await Told("config rollback", "packaged", "--yes");
        await Told("config forget", "--person", "alan", "--yes");
        await Told("whoami", "--forget");
    }

    private async Task LookAtFiles()
    {
        await Told("check");
        await Told("check", sandbox.Data);
        await Told("diff", "config", Config());
        await Told("simulate", "--alarms", "examples/alarms.ndjson");
        await Told("schedule quality");
        await Told("schedule gaps", "--days", "60");
        await Told("cost");
        await Told("alarms coverage", sandbox.File("alarms.json", Coverage.Described.Page(Coverage.Described.Alarm("checkout-5xx", actions: [], ok: []))));
        foreach (var source in new[] { "pagerduty", "opsgenie", "grafana-oncall", "incident-manager" })
        {
            var files = Directory.GetFiles(Path.Combine(Repository.Root, "tests", "payloads", "import", source), "*.json");
            await Told($"import {source}", [.. files, "--out", Path.Combine(sandbox.Data, source), "--at", "2026-11-21"]);
        }
    }

    /// <summary>Runs one, and notes what is wrong with its answer.</summary>
    /// <returns>The first document.</returns>
    private async Task<JsonElement> Told(string path, params string[] arguments)
    {
        if (stack is not null && !OnStacks(path))
        {
            return default;
        }

        ran.Add(path);
        var takesData = Commands[path].Options.Any(option => option.Name == "--data");
        string[] where = [.. takesData ? new[] { "--data", sandbox.Data } : [], .. stack is null || arguments.Contains("--config") ? [] : new[] { "--table", "incidents" }];
        var run = await InProcess.Run([.. path.Split(' '), .. arguments, .. where, "--json"], stack ?? []);
        var typed = $"{path} {string.Join(' ', arguments)}";
        if (run.ExitCode != 0 && !(run.ExitCode == 1 && Judging.Contains(path)))
        {
            faults.Add($"{typed} ended with {run.ExitCode}: {run.Errors}");
        }

        try
        {
            var documents = Documents(run.Output);
            var lines = run.Output.Split('\n').Length;
            if (ManyDocuments.Contains(path) ? documents.Count == 0 || lines != documents.Count : documents.Count != 1)
            {
                faults.Add($"{typed}: {documents.Count} documents in {lines} lines ({run.ExitCode}: {run.Errors})");
            }

            faults.AddRange(documents.SelectMany(document => DocumentedShape.ByCommand[path].Select(shape => shape.Faults(document).ToList()).MinBy(found => found.Count)!).Distinct().Select(fault => $"{typed}: {fault} ({run.ExitCode}: {run.Errors})"));
            return documents.FirstOrDefault();
        }
        catch (JsonException problem)
        {
            faults.Add($"{typed}: {problem.Message} in {run.Output} ({run.ExitCode}: {run.Errors})");
            return default;
        }
    }

    private static List<JsonElement> Documents(string output)
    {
        var found = new List<JsonElement>();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(output), new JsonReaderOptions { AllowMultipleValues = true });
        while (reader.Read())
        {
            found.Add(JsonElement.ParseValue(ref reader));
        }

        return found;
    }

    private static string Day(int ahead, string between = "-") =>
        TimeProvider.System.GetUtcNow().AddDays(ahead).ToString($"yyyy{between}MM{between}dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Id(JsonElement document) => document.ValueKind == JsonValueKind.Object && document.TryGetProperty("id", out var id) ? id.GetString()! : "none";

    /// <summary>The configuration of the repository, and a job that has to be heard.</summary>
    private string Config()
    {
        var folder = Directory.CreateDirectory(Path.Combine(sandbox.Data, "with-heartbeat"));
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "config"), "*.yaml"))
        {
            File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)), overwrite: true);
        }

        File.WriteAllText(Path.Combine(folder.FullName, "heartbeats.yaml"), "heartbeats:\n  nightly-backup: { every: 24h, grace: 2h, service: checkout }\n");
        return folder.FullName;
    }
}
