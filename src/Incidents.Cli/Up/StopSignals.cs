using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace Incidents.Cli.Up;

/// <summary>Leaves the signals to the command line: the host itself does not handle Ctrl-C, so that any other end of it is known to be unasked.</summary>
internal sealed class StopSignals : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The one signal to end that the command line does not take.</summary>
    public static PosixSignalRegistration OnQuit(Action stop) => PosixSignalRegistration.Create(PosixSignal.SIGQUIT, signal =>
    {
        signal.Cancel = true;
        stop();
    });
}
