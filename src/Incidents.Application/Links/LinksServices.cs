using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Application.Links;

/// <summary>Registers the use cases of this folder: links of responders.</summary>
public static class LinksServices
{
    /// <summary>Adds them as singletons; the ports they need come from the host.</summary>
    public static IServiceCollection AddLinks(this IServiceCollection services) => services
        .AddSingleton<ResponderLinks>();
}
