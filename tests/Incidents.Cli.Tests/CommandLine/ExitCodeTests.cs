using System.CommandLine.Parsing;
using Incidents.Cli.Commands;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Tests.CommandLine;

/// <summary>0 done, 1 refused or not found, 2 usage, 3 nothing answers: of every command, by what it takes.</summary>
public class ExitCodeTests
{
    public static TheoryData<string> All => [.. CommandTree.Below(CommandTree.Root(CommandTree.Groups())).Select(one => one.Path)];

    /// <summary>Those that ask an incident manager.</summary>
    public static TheoryData<string> Asking => [.. CommandTree.Below(CommandTree.Root(CommandTree.Groups()))
        .Where(one => one.Command.Subcommands.All(below => below.Name == "sick") && one.Command.Options.Any(option => option.Name == "--url")).Select(one => one.Path)];

    /// <summary>Those that ask the table of a stack.</summary>
    public static TheoryData<string> OnStacks => [.. CommandTree.Below(CommandTree.Root(CommandTree.Groups()))
        .Where(one => one.Command.Subcommands.All(below => below.Name == "sick") && one.Command.Options.Any(option => option.Name == "--table"))
        .Select(one => one.Path).Except(["alarm", "calendar link", "calendar revoke"])];

    private static readonly Dictionary<string, string?> Nowhere = new()
    {
        ["AWS_ENDPOINT_URL"] = "http://127.0.0.1:9",
        ["AWS_ACCESS_KEY_ID"] = "AKIAIOSFODNN7EXAMPLE",
        ["AWS_SECRET_ACCESS_KEY"] = "canary/K7MDENG/bPxRfiCYEXAMPLEKEY",
        ["AWS_REGION"] = "eu-west-1",
    };

    [Theory]
    [MemberData(nameof(OnStacks))]
    public async Task Command_WhereTheTableIsNotReached_IsNoAnswer(string path)
    {
        using var sandbox = new Sandbox();
        string[] words = [.. Words(Examples.Of(path).First()).Where(word => word != "--stack" && word != "incidents")];

        var finished = await InProcess.Run([.. words, "--table", "incidents", "--data", sandbox.Data], Nowhere);

        Assert.True(finished.ExitCode == ExitCode.NoAnswer, $"{finished.ExitCode}: {finished.Output} {finished.Errors}");
        Assert.DoesNotContain("canary", finished.Output + finished.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Command_WithAnOptionThatItDoesNotHave_IsUsage(string path) => Assert.Equal(ExitCode.Usage, (await InProcess.Run([.. path.Split(' '), "--no-such-option"])).ExitCode);

    [Theory]
    [MemberData(nameof(Asking))]
    public async Task Command_WhereNothingRuns_IsNoAnswer(string path)
    {
        using var sandbox = new Sandbox();

        var finished = await InProcess.Run([.. Words(Examples.Of(path).First()), "--data", sandbox.Data]);

        Assert.Contains("nothing runs on", finished.Errors, StringComparison.Ordinal);
        Assert.Equal(ExitCode.NoAnswer, finished.ExitCode);
    }

    [Theory]
    [InlineData(ExitCode.Done, "cost")]
    [InlineData(ExitCode.Refused, "check", "no-such-folder")]
    [InlineData(ExitCode.Refused, "cost", "--template", "no-such-file")]
    [InlineData(ExitCode.Refused, "schedule", "gaps", "no-such-schedule")]
    [InlineData(ExitCode.Usage)]
    [InlineData(ExitCode.Usage, "config")]
    [InlineData(ExitCode.Usage, "lisst")]
    [InlineData(ExitCode.Usage, "ack")]
    [InlineData(ExitCode.Usage, "check", "--jsno")]
    [InlineData(ExitCode.Refused, "check", "--", "--jsno")]
    [InlineData(ExitCode.Usage, "severity", "INC-1", "bad")]
    [InlineData(ExitCode.Usage, "diff", "config", "config", "--days", "0")]
    [InlineData(ExitCode.Usage, "list", "--table", "incidents", "--stack", "incidents", "--region", "eu-west-1")]
    [InlineData(ExitCode.Usage, "list", "--url", "incidents.example.com")]
    [InlineData(ExitCode.NoAnswer, "config", "list", "--stack", "incidents", "--region", "eu-west-1")]
    [InlineData(ExitCode.NoAnswer, "show", "1", "--stack", "incidents", "--region", "eu-west-1")]
    [InlineData(ExitCode.NoAnswer, "show", "1", "--table", "incidents", "--region", "eu-west-1")]
    [InlineData(ExitCode.NoAnswer, "doctor", "--stack", "incidents", "--region", "eu-west-1")]
    [InlineData(ExitCode.NoAnswer, "list", "--url", "http://127.0.0.1:9")]
    public async Task Command_EndsWithTheCodeOfWhatHappened(int code, params string[] arguments)
    {
        using var sandbox = new Sandbox();
        sandbox.Environment = new()
        {
            ["INCIDENTS_TOKEN"] = "t",
            ["AWS_ENDPOINT_URL"] = "http://127.0.0.1:9",
            ["AWS_ACCESS_KEY_ID"] = "AKIAIOSFODNN7EXAMPLE",
            ["AWS_SECRET_ACCESS_KEY"] = "canary/K7MDENG/bPxRfiCYEXAMPLEKEY",
        };

        var run = await sandbox.Run(arguments);

        Assert.True(run.ExitCode == code, $"{run.ExitCode}: {run.Output} {run.Errors}");
    }

    [Theory]
    [InlineData("there is no command lisst, did you mean list? (`incidents --help` shows what it takes)", "lisst")]
    [InlineData("there is no command config pus, did you mean push? (`incidents config --help` shows what it takes)", "config", "pus")]
    [InlineData("--limit is a whole number, which x is not (`incidents list --help` shows what it takes)", "list", "--limit", "x")]
    [InlineData("severity is a whole number, which bad is not (`incidents severity --help` shows what it takes)", "severity", "INC-1", "bad")]
    [InlineData("there is no option --jsno, did you mean --json? (`incidents list --help` shows what it takes)", "list", "--jsno")]
    [InlineData("b is more than the command takes (`incidents check --help` shows what it takes)", "check", "a", "b")]
    [InlineData("name the incidents (INC-4 INC-7), or say --mine for all you were paged for (`incidents ack --help` shows what it takes)", "ack")]
    public async Task Usage_IsOneLine_ThatSaysWhatIsWrong(string problem, params string[] arguments) =>
        Assert.Equal(new Finished(ExitCode.Usage, "", $"incidents: {problem}"), await InProcess.Run(arguments));

    private static IEnumerable<string> Words(string example) => CommandLineParser.SplitCommandLine(example.Split("./incidents ")[1].Split(" >")[0]);
}
