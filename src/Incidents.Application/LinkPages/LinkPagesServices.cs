using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Application.LinkPages;

/// <summary>Registers the use cases of this folder: pages behind links.</summary>
public static class LinkPagesServices
{
    /// <summary>Adds them as singletons; the ports they need come from the host.</summary>
    public static IServiceCollection AddLinkPages(this IServiceCollection services) => services
        .AddSingleton<OpenLink>()
        .AddSingleton<AnswerLink>();
}
