using System.Diagnostics;

namespace Incidents.Cli.Tests.Script;

/// <summary>`./incidents test` in a folder of its own, with a `dotnet` that writes result files.</summary>
public sealed class TestScriptTests : IDisposable
{
    /// <summary>Two tests of each project pass; of `Incidents.Bad.Tests` one fails besides, and `Incidents.Gone.Tests` leaves no result.</summary>
    private const string Dotnet = """
        #!/bin/sh
        case $1 in
          --version) echo 10.0.100 ;;
          test)
            name=$(basename "$2" .csproj)
            echo "$name" >>"$ROOT/ran"
            case $name in Incidents.Gone.Tests) exit 1 ;; Incidents.Bad.Tests) failed=1 ;; *) failed=0 ;; esac
            echo "<Counters total=\"$((2 + failed))\" executed=\"$((2 + failed))\" passed=\"2\" failed=\"$failed\" error=\"0\" timeout=\"0\" aborted=\"0\" />" >"$ROOT/artifacts/test-results/$name.trx"
            exit $failed ;;
        esac
        """;

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("incidents-script");

    public TestScriptTests()
    {
        root.CreateSubdirectory("build");
        root.CreateSubdirectory("bin");
        root.CreateSubdirectory("node_modules");
        foreach (var script in new[] { "incidents", "build/test.sh" })
        {
            File.Copy(Path.Combine(Repository.Root, script), Path.Combine(root.FullName, script));
        }

        File.WriteAllText(Path.Combine(root.FullName, "package-lock.json"), "{}");
        File.WriteAllText(Path.Combine(root.FullName, "global.json"), "{}");
        File.WriteAllText(Path.Combine(root.FullName, "node_modules", ".installed"), "");
        File.WriteAllText(Path.Combine(root.FullName, "bin", "dotnet"), Dotnet.ReplaceLineEndings("\n"));
        using var executable = Process.Start("chmod", ["+x", Path.Combine(root.FullName, "bin", "dotnet")]);
        executable.WaitForExit();
        Projects("Incidents.EndToEnd.Tests", "Incidents.FaultInjection.Tests", "Incidents.Cli.Tests", "Incidents.Domain.Tests");
    }

    [Fact]
    public async Task Test_RunsEveryProjectOnce_AndEndsWithTheCounts()
    {
        var (code, last) = await Run("test");

        Assert.Equal((0, "8 passed, 0 failed"), (code, last));
        Assert.Equal(["Incidents.Cli.Tests", "Incidents.Domain.Tests", "Incidents.EndToEnd.Tests", "Incidents.FaultInjection.Tests"], Ran());
    }

    [Fact]
    public async Task Test_WhenQuick_LeavesOutProcessesAndFaults()
    {
        var (code, last) = await Run("test", "--quick");

        Assert.Equal((0, "4 passed, 0 failed"), (code, last));
        Assert.Equal(["Incidents.Cli.Tests", "Incidents.Domain.Tests"], Ran());
    }

    [Fact]
    public async Task Test_WhenAProjectFailsOrLeavesNoResult_CountsIt_AndRunsTheOthers()
    {
        Projects("Incidents.Bad.Tests", "Incidents.Gone.Tests");

        var (code, last) = await Run("test");

        Assert.Equal((1, "10 passed, 2 failed"), (code, last));
        Assert.Equal(6, Ran().Count);
    }

    public void Dispose() => root.Delete(recursive: true);

    private void Projects(params string[] names)
    {
        foreach (var name in names)
        {
            File.WriteAllText(Path.Combine(root.CreateSubdirectory($"tests/{name}").FullName, $"{name}.csproj"), "");
        }
    }

    private List<string> Ran() => [.. File.ReadLines(Path.Combine(root.FullName, "ran")).Order(StringComparer.Ordinal)];

    private async Task<(int ExitCode, string Last)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(root.FullName, "incidents"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{Path.Combine(root.FullName, "bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["ROOT"] = root.FullName;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await errors;
        await process.WaitForExitAsync();
        return (process.ExitCode, output.TrimEnd().Split('\n')[^1]);
    }
}
