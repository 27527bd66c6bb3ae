using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Incidents.Cli.Up;
using Incidents.Tests;

namespace Incidents.Cli.Tests;

/// <summary>
/// A data directory and a port of its own. Commands and `up` run in this process; in one of their own where the process is what a test is about
/// (<see cref="RunProcess"/>, <see cref="UpProcess"/>, <see cref="Start(string[])"/>).
/// </summary>
public sealed class Sandbox : IDisposable
{
    private static readonly string Program = Path.Combine(
        Repository.Root, "src", "Incidents.Cli", "bin", typeof(Sandbox).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration, "net10.0", "incidents.dll");

    /// <summary>Past any load of the machine: only a command that hangs takes as long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("incidents-cli");
    private readonly List<Process> started = [];
    private readonly List<UpHost> hosts = [];

    public string Data => folder.FullName;

    public int Port { get; } = FreePort();

    /// <summary>Variables that commands are started with, beside those of this process; null takes one away.</summary>
    public Dictionary<string, string?> Environment { get; set; } = [];

    /// <summary>Starts what `incidents up` runs and waits until it answers.</summary>
    public async Task Up()
    {
        hosts.Add(await InProcess.Start(new UpSettings(Port, new DataDirectory(folder), Path.Combine(Repository.Root, "config"), Path.Combine(Repository.Root, "runbooks"), InMemory: false)));
        await Healthy();
    }

    /// <summary>Starts `incidents up` in a process and waits until it answers.</summary>
    public async Task<Process> UpProcess()
    {
        var up = Start("up", "--data", Data, "--port", $"{Port}");
        await Healthy(() => up.HasExited);
        return up;
    }

    /// <summary>Waits until `up` says that it is healthy.</summary>
    public async Task Healthy(Func<bool>? isOver = null)
    {
        using var http = new HttpClient();
        for (var attempt = 0; attempt < 3_000 && isOver?.Invoke() != true; attempt++)
        {
            try
            {
                if ((await http.GetAsync($"http://127.0.0.1:{Port}/healthz")).StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException("incidents up did not come up");
    }

    /// <summary>Runs one command to its end.</summary>
    public Task<Finished> Run(params string[] arguments) => InProcess.Run(arguments, Environment);

    /// <summary>Runs one command to its end in a process.</summary>
    public async Task<Finished> RunProcess(params string[] arguments)
    {
        var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return new Finished(process.ExitCode, (await output).TrimEnd(), (await errors).TrimEnd());
    }

    /// <summary>Runs one command in a shell that redirects it, such as `>/dev/full`.</summary>
    public async Task<Finished> RunRedirected(string redirection, params string[] arguments)
    {
        var process = Start(new ProcessStartInfo("sh", ["-c", $"exec dotnet \"$0\" \"$@\" {redirection}", Program, .. arguments]));
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return new Finished(process.ExitCode, "", (await errors).TrimEnd());
    }

    /// <summary>Runs one command to its end on a pseudo-terminal.</summary>
    public async Task<Finished> RunOnTerminal(params string[] arguments)
    {
        var process = Start(new ProcessStartInfo("script", ["-qec", $"dotnet {Program} {string.Join(' ', arguments)}", "/dev/null"]));
        var output = process.StandardOutput.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return new Finished(process.ExitCode, (await output).TrimEnd(), "");
    }

    public Process Start(params string[] arguments) => Start(new ProcessStartInfo("dotnet", [Program, .. arguments]));

    private Process Start(ProcessStartInfo start)
    {
        (start.WorkingDirectory, start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (Repository.Root, true, true, true);
        foreach (var name in start.Environment.Keys.Where(InProcess.IsOfTheProduct).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        started.Add(process);
        return process;
    }

    /// <summary>Asks it to stop, as a terminal that closes or a service manager does.</summary>
    public static async Task<TimeSpan> Terminate(Process process)
    {
        var watch = Stopwatch.StartNew();
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return watch.Elapsed;
    }

    public string File(string name, string content)
    {
        var path = Path.Combine(Data, name);
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    public void Dispose()
    {
        foreach (var host in hosts)
        {
            Task.Run(async () => await host.DisposeAsync()).GetAwaiter().GetResult();
        }

        foreach (var process in started)
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit(5_000);
            }

            process.Dispose();
        }

        folder.Delete(recursive: true);
    }

    /// <summary>The message that CloudWatch sends when an alarm goes off.</summary>
    public static string AlarmOf(string name, string changed) =>
        $$"""{"AlarmName":"{{name}}","AWSAccountId":"123456789012","NewStateValue":"ALARM","NewStateReason":"because","StateChangeTime":"{{changed}}","Region":"EU (Ireland)","AlarmArn":"arn:aws:cloudwatch:eu-west-1:123456789012:alarm:{{name}}"}""";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>What a command said.</summary>
public sealed record Finished(int ExitCode, string Output, string Errors);
