using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Application.Absences;

/// <summary>Registers the use cases of this folder: time off is read.</summary>
public static class AbsencesServices
{
    /// <summary>Adds them as singletons; the ports they need come from the host.</summary>
    public static IServiceCollection AddAbsences(this IServiceCollection services) => services
        .AddSingleton<AbsentPeople>();
}
