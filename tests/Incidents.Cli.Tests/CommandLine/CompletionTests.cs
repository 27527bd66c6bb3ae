using System.Diagnostics;
using Incidents.Cli.Commands;
using Incidents.Cli.Completion;

namespace Incidents.Cli.Tests.CommandLine;

/// <summary>What shells complete by, asked as a shell asks: bash itself, and the others where they are installed (else skipped).</summary>
public class CompletionTests
{
    private static readonly IReadOnlyList<Completions> Table = CompletionTable.Of(CommandTree.Root(CommandTree.Groups()));

    public static TheoryData<string> Shells => [.. CompletionScript.ByShell.Keys];

    [Theory]
    [InlineData("con", "config contact-card")]
    [InlineData("config pu", "push")]
    [InlineData("config rollback packaged --re", "--region")]
    [InlineData("resolve INC-1 --reason f", "false-alarm fixed")]
    [InlineData("role INC-1 comm", "commander")]
    [InlineData("oncall si", "sick")]
    [InlineData("completion z", "zsh")]
    [InlineData("ack INC-1 --as list --f", "--for")]
    public async Task Bash_AfterTheWords_CompletesTheLast(string typed, string expected)
    {
        var asked = $"{CompletionScript.ByShell["bash"](Table)}\nCOMP_WORDS=(incidents {typed}); COMP_CWORD=$((${{#COMP_WORDS[@]}}-1)); _incidents; printf '%s\\n' \"${{COMPREPLY[@]}}\" | sort | xargs";

        Assert.Equal(expected, await Shell("bash", ["-c", asked]));
    }

    [Fact]
    public async Task Bash_ForEachCommand_CompletesItsSubcommandsAndOptions()
    {
        var asked = Table.Select(one => $"COMP_WORDS=(incidents {one.Path} ''); COMP_CWORD=$((${{#COMP_WORDS[@]}}-1)); _incidents; echo \"${{COMPREPLY[*]}}\"");

        var answers = (await Shell("bash", ["-c", $"{CompletionScript.ByShell["bash"](Table)}\n{string.Join('\n', asked)}"])).Split('\n');

        Assert.Equal(Table.Select(one => string.Join(' ', one.Commands.Select(command => command.Word).Concat(one.Choices).Concat(one.Options.Select(option => option.Word)))), answers);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public void Script_NamesEachCommandAndOption(string shell)
    {
        var script = CompletionScript.ByShell[shell](Table);

        Assert.All(Table, one => Assert.All(one.Commands.Concat(one.Options), candidate => Assert.Contains(candidate.Word.TrimStart('-'), script, StringComparison.Ordinal)));
    }

    [FactWithProgram("zsh")]
    public Task Script_OfZsh_IsReadByIt() => IsRead("zsh", path => ["-n", path]);

    [FactWithProgram("fish")]
    public Task Script_OfFish_IsReadByIt() => IsRead("fish", path => ["--no-execute", path]);

    [FactWithProgram("pwsh")]
    public Task Script_OfPowerShell_IsReadByIt() => IsRead("pwsh", path =>
        ["-NoProfile", "-NonInteractive", "-Command", $"$errors = $null; [void][System.Management.Automation.Language.Parser]::ParseFile('{path}', [ref]$null, [ref]$errors); $errors"]);

    private static async Task IsRead(string shell, Func<string, string[]> check)
    {
        using var sandbox = new Sandbox();

        Assert.Equal("", await Shell(shell, check(sandbox.File("script.ps1", CompletionScript.ByShell[shell](Table)))));
    }

    private static async Task<string> Shell(string shell, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(shell, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return (await output).TrimEnd('\n') + await errors;
    }
}
