using System.Diagnostics;
using System.Text;

namespace Incidents.Adapters.CommandLine.Embedded;

/// <summary>A helper process that does not outlive this one.</summary>
/// <remarks>
/// It is killed on dispose and when this process exits in order. For the disorderly end (kill -9) Linux is asked, through `setpriv`, to kill
/// it with its parent. Linux means the parent thread, so the thread that starts the child stays until the child has gone.
/// A session of its own (`setsid`) keeps Ctrl-C from the child, so that it serves until this process is done with it.
/// </remarks>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private event Action? Spoke;

    private ChildProcess(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        AppDomain.CurrentDomain.ProcessExit += KillAtExit;
    }

    /// <summary>Completes when it has ended.</summary>
    public Task Exited => exited.Task;

    /// <summary>What it has said so far, on both streams.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString().Trim();
            }
        }
    }

    public static ChildProcess Start(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        string[] line = [.. Leash(), program, .. arguments];
        start.FileName = line[0];
        foreach (var argument in line[1..])
        {
            start.ArgumentList.Add(argument);
        }

        var child = new ChildProcess(start);
        var started = new TaskCompletionSource();
        new Thread(() => child.Keep(started)) { IsBackground = true, Name = $"keeper of {Path.GetFileName(program)}" }.Start();
        started.Task.GetAwaiter().GetResult();
        return child;
    }

    /// <summary>Waits for a word in its output; false when it ends or the time runs out first.</summary>
    public async Task<bool> Says(string word, TimeSpan patience, CancellationToken cancellation)
    {
        var said = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Spoke += Listen;
        Listen();
        try
        {
            await Task.WhenAny(said.Task, Exited).WaitAsync(patience, cancellation);
        }
        catch (TimeoutException)
        {
        }
        finally
        {
            Spoke -= Listen;
        }

        return said.Task.IsCompleted;

        void Listen()
        {
            if (Output.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                said.TrySetResult();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= KillAtExit;
        Kill();
        await Exited;
        process.Dispose();
    }

    private void Keep(TaskCompletionSource started)
    {
        try
        {
            process.Start();
        }
        catch (Exception failure)
        {
            exited.SetResult();
            started.SetException(failure);
            return;
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        started.SetResult();
        process.WaitForExit();
        exited.SetResult();
    }

    private void Hear(string? line)
    {
        lock (output)
        {
            if (output.Length < MostOutput)
            {
                output.AppendLine(line);
            }
        }

        Spoke?.Invoke();
    }

    private void Kill()
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself, or never begun.
        }
    }

    /// <summary>Waits a moment, so that the child is collected and no trace of it stays in the process table.</summary>
    private void KillAtExit(object? sender, EventArgs e)
    {
        Kill();
        Exited.Wait(TimeSpan.FromSeconds(1));
    }

    private static IEnumerable<string> Leash() => !OperatingSystem.IsLinux() ? [] :
    [
        .. OnPath("setsid") is { } setsid ? [setsid] : Array.Empty<string>(),
        .. OnPath("setpriv") is { } setpriv ? [setpriv, "--pdeathsig", "KILL"] : Array.Empty<string>(),
    ];

    private static string? OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(d => Path.Combine(d, program)).FirstOrDefault(File.Exists);

    private const int MostOutput = 10_000;
}
