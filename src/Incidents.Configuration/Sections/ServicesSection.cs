using Incidents.Configuration.Yaml;
using Incidents.Domain;
using Incidents.Domain.Services;

namespace Incidents.Configuration.Sections;

internal static class ServicesSection
{
    public const int MostPatterns = 2_000;

    public static OrderedDictionary<ServiceId, Service> Read(ConfigurationSections sections, KnownIds ids)
    {
        var services = new OrderedDictionary<ServiceId, Service>();
        var patterns = 0;
        foreach (var (name, value) in sections.Services)
        {
            var id = new ServiceId(name);
            if (value.Object("Write { alarms: [\"checkout-*\"] }, or more.") is not { } entry)
            {
                continue;
            }

            if (id == CatchAll.Id)
            {
                value.Error($"The id {name.Quoted()} is taken by the catch-all. Rename the service, or move its settings to `catch_all`.");
            }

            var alarms = entry.Find("alarms") is { } list ? PatternForm.ReadList(list) : [];
            var policy = entry.Find("policy") is { } named ? ids.Policy(named) : null;
            services.Add(id, ServiceForm.Read(id, name, entry, ids) with
            {
                Alarms = alarms,
                Places = PlacesForm.Read(entry, ids.Accounts),
                AlarmTags = entry.Find("alarm_tags") is { } tags ? TagsForm.Read(tags) : [],
                Policy = policy,
                IsShadow = entry.Find("mode")?.Word("live", "shadow") == "shadow",
            });
            entry.RefuseOthers();
            if (patterns <= MostPatterns && (patterns += alarms.Count) > MostPatterns)
            {
                value.Error($"With this service there are more than {MostPatterns} alarm patterns. Use fewer patterns that match more.");
            }
        }

        return services;
    }
}
