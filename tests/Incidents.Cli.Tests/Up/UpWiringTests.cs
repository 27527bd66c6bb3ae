using Incidents.Adapters.CommandLine.Embedded;
using Incidents.Application.Configuration;
using Incidents.Application.Runbooks;
using Incidents.Cli.Up;
using Incidents.Configuration.Loading;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Cli.Tests.Up;

public class UpWiringTests
{
    [Fact]
    public async Task Up_ResolvesEveryUseCaseItOffers()
    {
        using var sandbox = new Sandbox();
        await using var store = await DynoxideServer.Start(DynoxideBinary.FindAbove(AppContext.BaseDirectory), file: null, default);
        var settings = new UpSettings(sandbox.Port, new DataDirectory(new DirectoryInfo(sandbox.Data)), Path.Combine(Repository.Root, "config"), Path.Combine(Repository.Root, "runbooks"), InMemory: true);
        IServiceCollection? registered = null;

        await using var app = UpHost.Build(settings, store, new DirectoryConfigurationProvider(new ConfigurationDirectory(settings.Config), TimeProvider.System), RunbookLibrary.Empty, services => registered = services);

        await HostWiring.AssertResolves(registered!, app.Services);
    }
}
