using Incidents.Cli.Up;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Incidents.Cli.Tests.Up;

public sealed class UpHostTests : IDisposable
{
    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public async Task V50_Up_WhenTheHostEndsUnasked_IsAFailureThatSaysSo()
    {
        await using var host = await Start();
        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        var ended = await Assert.ThrowsAsync<CannotStartException>(() => host.UntilStopped(default));

        Assert.Contains("ended by itself", ended.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task V50_Up_WhenAskedToStop_EndsWithoutComplaint()
    {
        await using var host = await Start();
        using var asked = new CancellationTokenSource();

        var running = host.UntilStopped(asked.Token);
        Assert.False(running.IsCompleted);
        await asked.CancelAsync();

        await running;
    }

    private Task<UpHost> Start() => UpHost.Start(
        new UpSettings(sandbox.Port, new DataDirectory(new DirectoryInfo(sandbox.Data)), Path.Combine(Repository.Root, "config"), Path.Combine(Repository.Root, "runbooks"), InMemory: true), default);
}
