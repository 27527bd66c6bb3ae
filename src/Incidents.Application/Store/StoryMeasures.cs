using Incidents.Application.Measuring;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Store;

/// <summary>Reads measurements from what was just committed, so that they agree with the timeline.</summary>
internal static class StoryMeasures
{
    private const int CatchAllStep = 0;

    public static void Tell(this IMeasurements measurements, IncidentRecord before, IEnumerable<IncidentEvent> events)
    {
        var incident = before.Incident;
        var paged = incident.LastPage is not null;
        foreach (var happened in events)
        {
            switch (happened)
            {
                case PageSent sent:
                    measurements.Count(MetricNames.PagesSent);
                    if (!paged && PagedAs(incident, sent) is { } measure)
                    {
                        measurements.Seconds(measure, (sent.At - (before.Detail.Message?.SentAt ?? incident.TriggeredAt)).TotalSeconds);
                    }

                    paged = true;
                    break;
                case PageFailed:
                    measurements.Count(MetricNames.PagesFailed);
                    break;
                case PageUnanswered:
                    measurements.Count(MetricNames.PagesUnknown);
                    break;
                case IncidentAcknowledged acknowledged when incident.AcknowledgedBy is null && !incident.Source.IsCheck():
                    measurements.Seconds(MetricNames.TimeToAcknowledgeSeconds, (acknowledged.At - incident.TriggeredAt).TotalSeconds);
                    break;
                case EscalationStepFired { Step: CatchAllStep }:
                    measurements.Count(MetricNames.UnacknowledgedPastLastStep);
                    break;
            }
        }
    }

    /// <summary>What the first page of an incident measures; null for one that measures nothing. A check's page to the fallback topic does not count as its arrival.</summary>
    private static string? PagedAs(Incident incident, PageSent sent) => incident.Source switch
    {
        IncidentSource.DailyCheck => sent.Channel == Page.Fallback ? null : MetricNames.DailyCheckPagedSeconds,
        IncidentSource.VersionCheck => null,
        _ => IsFromTheOpening(incident, sent.Page) ? MetricNames.AlarmToPageSeconds : null,
    };

    /// <summary>A page that was held back, or asked for by a person later, says nothing about how fast alarms become pages.</summary>
    private static bool IsFromTheOpening(Incident incident, int page) => incident.Pages.Find(p => p.Id == page)?.RequestedAt == incident.TriggeredAt;
}
