using System.Diagnostics;

namespace Incidents.Cli.Tests.Script;

/// <summary>`./incidents` from two shells: the script itself, in a folder of its own, with a `dotnet` that builds when it is let.</summary>
public sealed class BuildLockTests : IDisposable
{
    /// <summary>Builds an empty assembly once the file `go` is there, and says what it was asked to run.</summary>
    private const string Dotnet = """
        #!/bin/sh
        case $1 in
          --version) echo 10.0.100 ;;
          build)
            echo "built $2" >>"$ROOT/builds"
            until [ -e "$ROOT/go" ]; do sleep 0.05; done
            mkdir -p "$ROOT/$2/bin/Release/net10.0"
            case $2 in src/Incidents.Cli) name=incidents ;; *) name=${2##*/} ;; esac
            : >"$ROOT/$2/bin/Release/net10.0/$name.dll" ;;
          *) shift; echo "ran $*" ;;
        esac
        """;

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("incidents-script");

    public BuildLockTests()
    {
        File.Copy(Path.Combine(Repository.Root, "incidents"), Path.Combine(root.FullName, "incidents"));
        root.CreateSubdirectory("src");
        root.CreateSubdirectory("build");
        root.CreateSubdirectory("bin");
        root.CreateSubdirectory("node_modules");
        foreach (var file in new[] { "a.props", "a.targets", "global.json", "package-lock.json", "src/a.cs" })
        {
            File.WriteAllText(Path.Combine(root.FullName, file), "{}");
            File.SetLastWriteTimeUtc(Path.Combine(root.FullName, file), DateTime.UnixEpoch);
        }

        File.WriteAllText(Path.Combine(root.FullName, "node_modules", ".installed"), "");
        File.WriteAllText(Path.Combine(root.FullName, "bin", "dotnet"), Dotnet.ReplaceLineEndings("\n"));
        using var executable = Process.Start("chmod", ["+x", Path.Combine(root.FullName, "bin", "dotnet")]);
        executable.WaitForExit();
    }

    [Fact]
    public async Task V44_Build_WhenAnotherRuns_SaysOnceThatItWaitsAndForWhat()
    {
        using var first = Start("up");
        await Until(() => File.Exists(Path.Combine(root.FullName, "builds")));
        using var second = Start("up", "--port", "1");
        var waiting = await second.StandardError.ReadLineAsync();
        await Task.Delay(600);
        File.WriteAllText(Path.Combine(root.FullName, "go"), "");

        Assert.Equal($"waiting for the build that process {first.Id} runs in {root.FullName}", waiting);
        Assert.Equal(("ran up --port 1\n", ""), (await second.StandardOutput.ReadToEndAsync(), await second.StandardError.ReadToEndAsync()));
        Assert.Equal("ran up\n", await first.StandardOutput.ReadToEndAsync());
        Assert.DoesNotContain("waiting", await first.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.Single(File.ReadLines(Path.Combine(root.FullName, "builds")));
    }

    [Fact]
    public async Task V44_Build_WhenTheOneThatHeldTheLockIsGone_WaitsForNothing()
    {
        using var gone = Process.Start("true");
        await gone.WaitForExitAsync();
        var held = root.CreateSubdirectory("artifacts/building");
        File.WriteAllText(Path.Combine(held.FullName, "pid"), $"{gone.Id}\n");
        File.WriteAllText(Path.Combine(root.FullName, "go"), "");

        using var only = Start("list");

        Assert.Equal("ran list\n", await only.StandardOutput.ReadToEndAsync());
        Assert.DoesNotContain("waiting", await only.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("torture", "tools/Incidents.FaultInjection")]
    [InlineData("bench", "tools/Incidents.Benchmarks")]
    public async Task ProgramOfDevelopers_IsBuiltFromTools_AndGetsItsArguments(string verb, string project)
    {
        root.CreateSubdirectory(project);
        File.WriteAllText(Path.Combine(root.FullName, "go"), "");

        using var only = Start(verb, "--seed", "7");

        Assert.Equal("ran --seed 7\n", await only.StandardOutput.ReadToEndAsync());
        Assert.Equal([$"built {project}"], File.ReadLines(Path.Combine(root.FullName, "builds")));
    }

    public void Dispose() => root.Delete(recursive: true);

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(root.FullName, "incidents"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{Path.Combine(root.FullName, "bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["ROOT"] = root.FullName;
        return Process.Start(start)!;
    }

    private static async Task Until(Func<bool> holds)
    {
        for (var tried = 0; tried < 200 && !holds(); tried++)
        {
            await Task.Delay(50);
        }

        Assert.True(holds());
    }
}
