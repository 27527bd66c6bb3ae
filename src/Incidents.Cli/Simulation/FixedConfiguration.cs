using Incidents.Application.Configuration;
using Incidents.Configuration.Loading;
using Incidents.Domain.Configuration;
using Incidents.Domain.Services;

namespace Incidents.Cli.Simulation;

/// <summary>One version from beginning to end, without postmortem drafts: a simulation's are never read.</summary>
internal sealed class FixedConfiguration(OnCallConfiguration configuration) : IOnCallConfigurationProvider
{
    private readonly OnCallConfiguration configuration = configuration with
    {
        Services = configuration.Services.ToDictionary(service => service.Key, service => Undrafted(service.Value)),
        CatchAll = configuration.CatchAll with { Service = Undrafted(configuration.CatchAll.Service) },
    };

    public ConfigurationResult.Invalid? Problem => null;

    public ValueTask<OnCallConfiguration> Current(CancellationToken cancellation) => ValueTask.FromResult(configuration);

    private static Service Undrafted(Service service) => service with { PostmortemFor = [] };
}
