using System.Text.RegularExpressions;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Tests.CommandLine;

/// <summary>Colours are for terminals, say nothing that no word says, and come from the program alone.</summary>
public sealed partial class ColourTests : IDisposable
{
    private const string Red = "\u001b[31m";

    private static readonly Dictionary<string, string?> NoVariables = [];

    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Theory]
    [InlineData(true, true, "TERM=xterm-256color")]
    [InlineData(false, false, "TERM=xterm-256color")]
    [InlineData(false, true, "TERM=dumb")]
    [InlineData(false, true, "")]
    [InlineData(true, true, "WT_SESSION=1")]
    [InlineData(false, true, "TERM=xterm", "NO_COLOR=1")]
    [InlineData(false, true, "TERM=xterm", "NO_COLOR=0")]
    [InlineData(true, true, "TERM=xterm", "NO_COLOR=")]
    [InlineData(false, false, "FORCE_COLOR=1", "NO_COLOR=1")]
    [InlineData(true, false, "FORCE_COLOR=1")]
    [InlineData(true, false, "CLICOLOR_FORCE=1")]
    [InlineData(false, false, "CLICOLOR_FORCE=0")]
    public void Colours_AreOn_AsTheEnvironmentSays(bool expected, bool isTerminal, params string[] variables)
    {
        var given = variables.Where(variable => variable.Length > 0).Select(variable => variable.Split('=')).ToDictionary(parts => parts[0], parts => parts[1]);

        Assert.Equal(expected, ColourChoice.IsOn(given.GetValueOrDefault, isTerminal));
    }

    [Fact]
    public async Task List_AndShow_OnATerminal_ColourSeverityAndState_AndNoTextFromOutside()
    {
        await sandbox.Up();
        await sandbox.Run("declare", "payments\u001b[2J \u001b[31mred", "--service", "checkout", "--sev", "1", "--data", sandbox.Data);

        foreach (var command in (string[][])[["list"], ["show", "1"]])
        {
            var (plain, painted) = await Both([.. command, "--data", sandbox.Data]);

            Assert.Contains($"{Red}triggered\u001b[0m", painted.Output, StringComparison.Ordinal);
            Assert.Contains($"{Red}Sev1\u001b[0m", painted.Output, StringComparison.Ordinal);
            Assert.Contains("payments\\u001b[2J \\u001b[31mred", painted.Output, StringComparison.Ordinal);
            Assert.Equal(plain.Output, Codes().Replace(painted.Output, ""));
        }

        Assert.DoesNotContain('\u001b', (await InProcess.Run(["list", "--json", "--data", sandbox.Data], NoVariables, hasColours: true)).Output);
    }

    [Fact]
    public async Task Check_Doctor_AndDiff_OnATerminal_ColourWhatIsWrong()
    {
        var folder = Directory.CreateDirectory(Path.Combine(sandbox.Data, "next")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "config"), "*.yaml"))
        {
            File.WriteAllText(Path.Combine(folder, Path.GetFileName(file)), File.ReadAllText(file));
        }

        File.WriteAllText(Path.Combine(folder, "more.yaml"), "heartbeats:\n  nightly-backup: { every: 24h, grace: 2h, service: checkout }\n");
        var diff = await Both("diff", "config", folder);
        File.WriteAllText(Path.Combine(folder, "more.yaml"), "people:\n  ada: { nam: Ada }\n");
        var check = await Both("check", folder);
        var doctor = await Both("doctor", "--data", sandbox.Data);

        Assert.Contains($": {Red}error\u001b[0m: ", check.Painted.Output, StringComparison.Ordinal);
        Assert.Contains($"{Red}not good yet\u001b[0m", check.Painted.Output, StringComparison.Ordinal);
        Assert.Contains($"{Red}ERROR\u001b[0m ", doctor.Painted.Output, StringComparison.Ordinal);
        Assert.Contains("\u001b[32m  + heartbeat nightly-backup", diff.Painted.Output, StringComparison.Ordinal);
        Assert.All([check, doctor, diff], one => Assert.Equal(one.Plain.Output, Codes().Replace(one.Painted.Output, "")));
    }

    [FactWithProgram("script")]
    public async Task Check_OnAPseudoTerminal_HasColours_UnlessNoColorIsSet()
    {
        sandbox.Environment = new() { ["TERM"] = "xterm", ["NO_COLOR"] = null };
        var painted = await sandbox.RunOnTerminal("check", "no-such-folder");
        sandbox.Environment["NO_COLOR"] = "1";
        var plain = await sandbox.RunOnTerminal("check", "no-such-folder");

        Assert.Contains($"{Red}error\u001b[0m", painted.Output, StringComparison.Ordinal);
        Assert.Contains(": error: ", plain.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch(Codes(), plain.Output);
    }

    private static async Task<(Finished Plain, Finished Painted)> Both(params string[] arguments) =>
        (await InProcess.Run(arguments, NoVariables), await InProcess.Run(arguments, NoVariables, hasColours: true));

    [GeneratedRegex("\u001b\\[[0-9]+m")]
    private static partial Regex Codes();
}
