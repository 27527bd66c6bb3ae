using Incidents.Application.Notifications;
using Incidents.Application.Store;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Web.Words;

/// <summary>What an incident does next without an action by a person.</summary>
/// <param name="Text">A clause without its time: `step 2 pages Ben`.</param>
/// <remarks>The text names the person on call at that moment; an override until then may still change it.</remarks>
public sealed record DueNext(Instant At, string Text)
{
    /// <summary>Null when it waits for a person, or is over.</summary>
    public static DueNext? Of(IncidentRecord record, OnCallConfiguration settings, Instant now) =>
        record.Incident.IsOpen ? All(record, settings, now).Where(next => next is not null).MinBy(next => next!.At) : null;

    private static IEnumerable<DueNext?> All(IncidentRecord record, OnCallConfiguration settings, Instant now)
    {
        var incident = record.Incident;
        yield return When(incident.EscalatesAt, at => Step(settings.PlannerFor(record, Instant.Max(at, now)).Next(incident)));
        yield return When(incident.Quiet is { WaitsForAlarm: false } ? incident.Quiet.Until : null, at => $"pages {First(record, settings, at)} if it is still open");
        yield return When(incident.SnoozedUntil, at => $"the snooze ends and pages {HolderOrOnCall(record, settings, at)}");
        yield return When(incident.RaiseUrgencyAt, at => $"becomes urgent and pages {First(record, settings, at)}");
        yield return When(incident.AcknowledgementDue, at => incident switch
        {
            { IsHeldByOutsider: true } => $"the policy goes on and pages {First(record, settings, at)}",
            { AskedStillOnIt: true } => $"pages {HolderOrOnCall(record, settings, at)}, for {incident.AcknowledgedBy?.Name} was not heard of",
            _ => $"{incident.AcknowledgedBy?.Name} is asked: still on it?",
        });
        yield return When(incident.AskAgainAt, _ => "CloudWatch is asked again whether its alarms are OK");
        yield return When(incident.NewsDue is { } due && incident.News?.GoesOnAt == due ? due : null, at => $"{incident.AcknowledgedBy?.Name} has not been heard of since new alarms fired: {Step(settings.PlannerFor(record, Instant.Max(at, now)).Next(incident))}");
        yield return When(incident.Status == IncidentStatus.Acknowledged ? incident.News?.Waiting?.TellAt : null, _ => $"{incident.AcknowledgedBy?.Name} is told of more new alarms");
        yield return When(incident.ResolveAt, _ => "resolves if nothing fires again");
        foreach (var page in incident.Pages.Where(page => page.State == PageState.Pending && !incident.IsResolvingItself))
        {
            yield return new DueNext(page.Deadline, $"pages {PersonNames.In(settings)(page.Person)} on {TimelineWords.Channel(page.Channel)} too");
        }
    }

    private static DueNext? When(Instant? at, Func<Instant, string> text) => at is { } known ? new DueNext(known, text(known)) : null;

    private static string Step(PagingPlan plan) => plan.Position switch
    {
        null or { Step: 0 } => $"the catch-all pages {Whom(plan)}",
        { Round: > 1 } position => $"step {position.Step} pages {Whom(plan)}, round {position.Round}",
        { } position => $"step {position.Step} pages {Whom(plan)}",
    };

    private static string First(IncidentRecord record, OnCallConfiguration settings, Instant at) => Whom(settings.PlannerFor(record, at).Start(record.Incident));

    private static string HolderOrOnCall(IncidentRecord record, OnCallConfiguration settings, Instant at) =>
        record.Incident.AcknowledgedBy is { } by && settings.PlannerFor(record, at).IsOnCall(by.AsPerson()) ? by.Name : First(record, settings, at);

    private static string Whom(PagingPlan plan) => string.Join(" and ", plan.Targets.Select(target => target.Name).Distinct());
}
