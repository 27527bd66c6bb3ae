using System.Text.RegularExpressions;
using Incidents.Adapters.DynamoDb.Schema;
using Incidents.Tests;

namespace Incidents.EndToEnd.Tests.Stacks;

/// <summary>The command line on a table, beside an `up` that has that table too: it stands for the stack, whose tick sends what is due.</summary>
public sealed class TableTests : IAsyncLifetime, IDisposable
{
    private readonly Sandbox stack = new();
    private readonly Sandbox laptop = new();
    private StsDouble sts = null!;
    private StoreProxy store = null!;

    public async Task InitializeAsync()
    {
        sts = await StsDouble.Start();
        await stack.Up();
        store = await StoreProxy.Start(new Uri(File.ReadAllText(Path.Combine(stack.Data, "store-url")).Trim()));
        laptop.Environment = new Dictionary<string, string?>
        {
            ["AWS_ENDPOINT_URL_DYNAMODB"] = store.Address.ToString(),
            ["AWS_ENDPOINT_URL_STS"] = sts.Address.ToString(),
            ["AWS_ACCESS_KEY_ID"] = "local",
            ["AWS_SECRET_ACCESS_KEY"] = "local",
            ["AWS_REGION"] = "eu-west-1",
        };
    }

    public async Task DisposeAsync()
    {
        await sts.DisposeAsync();
        await store.DisposeAsync();
    }

    public void Dispose()
    {
        laptop.Dispose();
        stack.Dispose();
    }

    [Fact]
    public async Task V28_Command_WhereNoConfigurationWasPushed_SaysSo_AndTakesTheDirectoryThatWasDeployed()
    {
        var refused = await laptop.Run("list", "--table", "incidents");
        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("config push", Assert.Single(refused.Errors.Split('\n')), StringComparison.Ordinal);

        Assert.Equal((0, "no incidents"), await Said("list", "--table", "incidents", "--config", "config"));
    }

    [Fact]
    public async Task V28_EveryCommandOfAnIncident_WorksOnTheTable_AndIsRecordedWithBothNames()
    {
        await Push();
        await Done("declare", "one", "--service", "checkout");
        await Done("declare", "two", "--service", "search");
        await Done("ack", "INC-1", "--for", "1h");
        await Done("ack", "--mine");
        await Done("note", "INC-1", "looking");
        await Done("snooze", "INC-1", "1h");
        await Done("mitigate", "INC-1");
        await Done("severity", "INC-1", "1", "--why", "worse");
        await Done("title", "INC-1", "checkout is down");
        await Done("role", "INC-1", "commander", "grace");
        await Done("link", "INC-1", "INC-2");
        await Done("reassign", "INC-1", "grace");
        await Done("page-also", "INC-1", "alan");
        await Done("escalate", "INC-1");
        await Done("ack", "INC-1");
        await Done("give-back", "INC-1");
        await Done("merge", "INC-2", "INC-1");
        await Done("resolve", "INC-1");
        await Done("reopen", "INC-1", "--why", "not over");

        var shown = (await laptop.Run("show", "INC-1", "--table", "incidents")).Output;
        Assert.Contains("Ada Lovelace acknowledged on the command line (AWS: ada.lovelace)", shown, StringComparison.Ordinal);
        Assert.Contains("checkout is down", (await Said("list", "--table", "incidents")).Output, StringComparison.Ordinal);

        // Another of the people is named; whose credentials it was stays beside them.
        await Done("note", "INC-1", "by phone", "--as", "grace");
        Assert.Contains("Grace Hopper", (await laptop.Run("show", "INC-1", "--table", "incidents")).Output, StringComparison.Ordinal);
        Assert.Equal(1, (await laptop.Run("ack", "INC-1", "--as", "grcae", "--table", "incidents")).ExitCode);

        // All that was asked of the table, by the commands above.
        Assert.Equal(CommandLinePolicy.Actions("dynamodb"), store.Actions.Order().Distinct());
    }

    [Fact]
    public async Task V28_EveryCommandOfASchedule_WorksOnTheTable()
    {
        await Push();
        await Done("oncall");
        var made = await Said("override", "add", "primary", "--user", "grace", "--for", "2h", "--table", "incidents");
        await Done("override", "list", "primary");
        await Done("override", "cancel", "primary", Id(made.Output));
        var asked = await Said("swap", "ask", "primary", "--from", "2027-03-01T09:00:00Z", "--for", "8h", "--as", "grace", "--table", "incidents");
        Assert.True(asked.ExitCode is 0 or 1);
        await Done("swap", "list");
        await Done("time-off", "add", "grace", "--from", "2027-03-01");
        await Done("time-off", "list");
        await Done("maintenance", "add", "moving", "--service", "checkout", "--for", "1h");
        await Done("maintenance", "list");
        await Done("heartbeat", "list");
        var address = await laptop.Run("calendar", "link", "--person", "ada", "--table", "incidents");
        Assert.Equal(2, address.ExitCode);
        Assert.Contains("console", address.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task V28_TestPage_IsLeftToTheStack()
    {
        await Push();
        var testing = laptop.Start("test-page", "ada", "--table", "incidents");
        Assert.Equal("left to the stack, which sends it to Ada Lovelace within a minute", await testing.StandardOutput.ReadLineAsync());
        testing.Kill();

        Assert.Equal(1, (await laptop.Run("test-page", "adda", "--table", "incidents")).ExitCode);
    }

    [Fact]
    public async Task V28_Page_ThatTheCommandLineAsksFor_IsSentByTheStack_AndIsNoRepeat()
    {
        await Push();
        await Done("declare", "one", "--service", "checkout");
        await Done("escalate", "INC-1");

        var shown = "";
        for (var attempt = 0; attempt < 1_000 && Regex.Count(shown, "^  sent ", RegexOptions.Multiline) < 2; attempt++)
        {
            await Task.Delay(200);
            shown = (await laptop.Run("show", "INC-1", "--table", "incidents")).Output;
        }

        Assert.Equal(2, Regex.Count(shown, "^  sent ", RegexOptions.Multiline));
        Assert.DoesNotContain("repeat", shown, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task V26_Postmortem_OfATable_PrintsTheDraftAsItIs()
    {
        await Push();
        await Done("declare", "one", "--service", "checkout", "--sev", "1");
        var none = await laptop.Run("postmortem", "INC-1", "--table", "incidents");
        Assert.Equal((1, ""), (none.ExitCode, none.Output));

        await Done("resolve", "INC-1");
        Assert.StartsWith("# ", (await Said("postmortem", "INC-1", "--table", "incidents")).Output, StringComparison.Ordinal);
        Assert.Equal(1, (await laptop.Run("postmortem", "INC-7", "--table", "incidents")).ExitCode);
    }

    [Fact]
    public void V28_Policy_AllowsWhatTheCommandsAskFor_AndNothingElse()
    {
        Assert.Equal(["cloudformation:DescribeStacks"], CommandLinePolicy.Actions("cloudformation"));
        Assert.Equal(TableSchema.Actions.Except(["dynamodb:DescribeTable"]).Order(), CommandLinePolicy.Actions("dynamodb"));
        Assert.All(CommandLinePolicy.Resources, resource => Assert.DoesNotContain(":*", resource, StringComparison.Ordinal));
    }

    [Fact]
    public async Task V28_Credentials_ThatAreRefused_AreOneLine_AndNothingIsDone()
    {
        sts.Caller = null;
        var refused = await laptop.Run("list", "--table", "incidents");
        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("ExpiredToken", Assert.Single(refused.Errors.Split('\n')), StringComparison.Ordinal);

        sts.Caller = "arn:aws:iam::123456789012:user/ada.lovelace";
        var missing = await laptop.Run("list", "--table", "other");
        Assert.Contains("ResourceNotFoundException", Assert.Single(missing.Errors.Split('\n')), StringComparison.Ordinal);

        laptop.Environment["AWS_REGION"] = null;
        laptop.Environment["AWS_CONFIG_FILE"] = "/dev/null";
        Assert.Contains("--region", Assert.Single((await laptop.RunProcess("list", "--table", "incidents")).Errors.Split('\n')), StringComparison.Ordinal);
    }

    private async Task Push()
    {
        var folder = Directory.CreateDirectory(Path.Combine(laptop.Data, "config")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "config"), "*.yaml"))
        {
            File.WriteAllText(Path.Combine(folder, Path.GetFileName(file)), File.ReadAllText(file).Replace("  ada:\n", "  ada:\n    aws: ada.lovelace\n", StringComparison.Ordinal));
        }

        Assert.Contains("aws: ada.lovelace", string.Concat(Directory.EnumerateFiles(folder).Select(File.ReadAllText)), StringComparison.Ordinal);
        var pushed = await laptop.Run("config", "push", folder, "--table", "incidents", "--yes");
        Assert.Equal((0, ""), (pushed.ExitCode, pushed.Errors));
    }

    private async Task Done(params string[] command)
    {
        var finished = await laptop.Run([.. command, "--table", "incidents"]);
        Assert.True((finished.ExitCode, finished.Errors) == (0, ""), $"{string.Join(' ', command)}: {finished.ExitCode} {finished.Output} {finished.Errors}");
    }

    private async Task<(int ExitCode, string Output)> Said(params string[] command) => await laptop.Run(command) is var finished ? (finished.ExitCode, finished.Output) : default;

    private static string Id(string row) => row.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
}
