using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Application.Paging;

/// <summary>Registers the use cases of this folder: people are told.</summary>
public static class PagingServices
{
    /// <summary>Adds them as singletons; the ports they need come from the host.</summary>
    public static IServiceCollection AddPaging(this IServiceCollection services) => services
        .AddSingleton<ResolutionFollowUp>()
        .AddSingleton<RecentPages>()
        .AddSingleton<PageSender>()
        .AddSingleton<Dispatcher>();
}
