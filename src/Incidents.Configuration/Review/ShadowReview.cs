using Incidents.Configuration.Yaml;
using Incidents.Domain.Configuration;

namespace Incidents.Configuration.Review;

/// <summary>Services in shadow mode, which page no person: meant, and easily forgotten.</summary>
internal static class ShadowReview
{
    public static IReadOnlyList<ConfigurationProblem> Find(OnCallConfiguration configuration, IReadOnlyDictionary<string, YamlValue> sections) =>
    [
        .. configuration.Services.Values.Where(service => service.IsShadow).Select(service => new ConfigurationProblem(
            sections[service.Id.Value].Follow("mode").Place,
            $"service {service.Id} is in shadow mode: it pages nobody. Remove `mode: shadow` when it shall.")
        {
            IsNote = true,
        }),
    ];
}
