using Incidents.Application.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.FaultInjection;

/// <summary>Everything that is kept, as one process sees it: every port that a kind of store has, now or later.</summary>
internal sealed class Stores
{
    private readonly IReadOnlyList<(Type Port, object Store)> ports;

    private Stores(IReadOnlyList<(Type Port, object Store)> ports) => this.ports = ports;

    public IIncidentStore Incidents => ports.Select(p => p.Store).OfType<IIncidentStore>().Last();

    /// <param name="add">Adds them to a container.</param>
    public static Stores From(Func<IServiceCollection, IServiceCollection> add)
    {
        var services = add(new ServiceCollection());
        var provider = services.BuildServiceProvider();
        return new Stores([.. services.Select(s => s.ServiceType).Distinct().Select(type => (type, provider.GetRequiredService(type)))]);
    }

    /// <summary>Adds the same stores behind fault-injecting proxies.</summary>
    public IServiceCollection AddTo(IServiceCollection services, SimulatedProcess process, ManualClock clock)
    {
        foreach (var (port, store) in ports)
        {
            services.AddSingleton(port, FaultInjectingProxy.Wrap(port, store, process, clock));
        }

        return services;
    }
}
