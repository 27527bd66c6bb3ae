using Incidents.Application.Reading;
using Incidents.Domain;
using Incidents.Domain.Configuration;

namespace Incidents.Web.Words;

/// <summary>Names of people by id.</summary>
internal static class PersonNames
{
    /// <summary>As they were called when they were paged, else as the configuration has them, else the id.</summary>
    public static Func<PersonId, string> In(IncidentStory story, OnCallConfiguration settings)
    {
        var paged = PageHistory.Of(story.Timeline).ToLookup(page => new PersonId(page.Person), page => page.Name);
        var configured = In(settings);
        return id => paged[id].FirstOrDefault() ?? configured(id);
    }

    /// <summary>As the configuration has them, else the id.</summary>
    /// <param name="settings">Null when it cannot be read.</param>
    public static Func<PersonId, string> In(OnCallConfiguration? settings) => id => settings?.FindPerson(id)?.Name ?? id.Value;
}
