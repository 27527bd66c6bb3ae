using Incidents.Configuration.Yaml;
using Incidents.Domain;
using Incidents.Domain.Services;

namespace Incidents.Configuration.Review;

/// <summary>Alarm patterns that two services claim equally.</summary>
internal static class PatternReview
{
    public static void Warn(IEnumerable<Service> services, IReadOnlyDictionary<string, YamlValue> sections)
    {
        var owners = new Dictionary<Glob, Service>();
        foreach (var service in services)
        {
            foreach (var pattern in service.Alarms)
            {
                if (!owners.TryAdd(pattern, service) && owners[pattern] is var owner)
                {
                    sections[service.Id.Value].Follow("alarms").Warn(owner == service
                        ? $"{pattern.ToString().Quoted()} is listed twice. Remove one of the two."
                        : $"{pattern.ToString().Quoted()} is claimed by {owner.Id.Value.Quoted()} too, which comes first and gets the alarms. Remove one of the two.");
                }
            }
        }
    }
}
