using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Application.Postmortems;

/// <summary>Registers the use cases of this folder: postmortems are drafted.</summary>
public static class PostmortemsServices
{
    /// <summary>Adds them as singletons; the ports they need come from the host.</summary>
    public static IServiceCollection AddPostmortems(this IServiceCollection services) => services
        .AddSingleton<DraftPostmortem>();
}
