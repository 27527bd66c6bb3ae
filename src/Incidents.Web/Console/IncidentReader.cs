using Incidents.Application.Configuration;
using Incidents.Application.Reading;
using Incidents.Application.Runbooks;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;

namespace Incidents.Web.Console;

/// <summary>Reads all that the page of an incident needs.</summary>
internal sealed class IncidentReader(ShowIncident incidents, IOnCallConfigurationProvider configuration, RunbookLibrary runbooks, TimeProvider clock)
{
    /// <returns>Null when there is no such incident.</returns>
    public async Task<IncidentModel?> Read(IncidentNumber number, CancellationToken cancellation) =>
        await incidents.Handle(number, cancellation) is { } story
            ? await configuration.CurrentOrNone(cancellation) is { } settings
                ? IncidentModel.Of(story, settings, runbooks, clock.Now())
                : IncidentModel.Of(story, Unreadable.Nothing, runbooks, clock.Now()) with { Notice = Unreadable.Remark }
            : null;
}
