using Incidents.Application.Configuration;
using Incidents.Application.Notifications;
using Incidents.Application.Paging;
using Incidents.Application.Redaction;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Application.Tracing;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.Services;

namespace Incidents.Application.Actions;

/// <summary>A person says that something is wrong before any alarm does.</summary>
/// <param name="leave">Leaves the pages to another process; null where the process that commits sends them.</param>
public sealed class DeclareIncident(IIncidentStore store, IOnCallConfigurationProvider configuration, NotificationContentBuilder briefer, Dispatcher dispatcher, TimeProvider clock, LeavePages? leave = null)
{
    /// <param name="service">Service id; one that does not exist is refused with the nearest name, for a person can mend it at once.</param>
    /// <param name="severity">Null means the service's own.</param>
    /// <exception cref="StoreUnavailableException">Nothing is opened.</exception>
    public async Task<DeclareResult> Handle(string title, ServiceId service, Severity? severity, Actor by, CancellationToken cancellation)
    {
        var settings = await configuration.CurrentOrNone(cancellation);
        if (string.IsNullOrWhiteSpace(title) || title.Length > LongestTitle)
        {
            return new DeclareResult.Refused("title", $"a title needs 1 to {LongestTitle} characters");
        }

        if (settings is null && !IsPlain(service))
        {
            return new DeclareResult.Refused("service", $"the id of a service has 1 to {LongestService} letters, digits, dots, dashes and underscores");
        }

        if (settings is not null && settings.Find(service) is null)
        {
            return new DeclareResult.Refused("service", $"no service \"{service}\": the services are {string.Join(", ", settings.Services.Keys)}");
        }

        // Without a configuration it is the service's that was named, should there be one; else the catch-all pages for it.
        var found = settings?.Find(service) ?? new Service { Id = service, Name = service.Value };

        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var now = clock.Now();
            var level = severity ?? found.DefaultSeverity ?? Severity.Sev2;
            var known = await store.LoadAlarm(new AlarmQuery(new(new("incidents:declared"), null), [], found.Id), cancellation);
            var detail = new IncidentDetail { Runbooks = briefer.RunbooksFor(found, alarm: null), Policy = settings?.PolicyOf(found), Configuration = settings?.Version ?? "", Trace = Spans.CurrentTrace };
            var urgency = settings?.UrgencyOf(found, level, now) ?? Unreadable.GradeOf(level, Urgency.High).Urgency;
            var facts = new NewIncident(Redactor.Redact(title.Trim()), found.Id, level, urgency, IncidentSource.Declared, by, Alarm: null, $"declared by {by.Name}", detail.Runbooks)
            {
                RaiseUrgencyAt = settings?.RaisesUrgencyAt(found, level, now),
                Remarks = settings is null ? [Unreadable.InTimeline(by)] : [],
                Group = Grouping.Of(IncidentSource.Declared, found.Rules.Group, alarm: null),
            };
            var number = await store.NextNumber(cancellation);
            var opened = Opening.Trigger(number, facts, settings?.PlannerFor(found, now).Start(urgency, number), now);
            opened = leave?.Invoke(null, number, opened) ?? opened;
            var record = new IncidentRecord(opened.State with { Version = 1 }, detail, Member: null);
            if (await store.Open(new IncidentOpening(record.Incident, opened.Events, detail, known with { Own = null, Whole = null }), cancellation) == SaveResult.Saved)
            {
                return new DeclareResult.Opened(await dispatcher.Dispatch(before: null, record, cancellation));
            }
        }

        throw new StoreUnavailableException($"others opened incidents of {found.Id} {MostAttempts} times in a row while this one was declared: try again");
    }

    private static bool IsPlain(ServiceId service) => service.Value.Length is > 0 and <= LongestService && service.Value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private const int LongestService = 40;
    private const int LongestTitle = 250;
    private const int MostAttempts = 20;
}

/// <summary>What came of declaring an incident.</summary>
public abstract record DeclareResult
{
    private DeclareResult()
    {
    }

    /// <summary>The incident is open, and its first pages are dispatched.</summary>
    public sealed record Opened(IncidentRecord Incident) : DeclareResult;

    /// <summary>Something about it cannot be.</summary>
    public sealed record Refused(string Field, string Problem) : DeclareResult;
}
