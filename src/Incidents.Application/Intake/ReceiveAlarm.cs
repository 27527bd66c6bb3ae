using Incidents.Application.Alarms;
using Incidents.Application.Configuration;
using Incidents.Application.Measuring;
using Incidents.Application.Notifications;
using Incidents.Application.Paging;
using Incidents.Application.Redaction;
using Incidents.Application.Refusals;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Application.Tracing;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.Services;
using NodaTime;

namespace Incidents.Application.Intake;

/// <summary>The way of one message: read it, find whom it concerns, decide, commit, page.</summary>
/// <remarks>May be run again with the same message at any time: what is committed already is recognised and left alone.</remarks>
/// <param name="measurements">Records what was decided; null where nothing is measured.</param>
/// <param name="refusals">Counts messages of foreign topics and accounts; null where refusals are not counted.</param>
public sealed class ReceiveAlarm(
    IIncidentStore store, IOnCallConfigurationProvider configuration, AlarmAllowList sources, AlarmFiredHandler fire, AlarmRecoveredHandler calm, NoteOnService notes, IncidentChanges changes, RecentPages recent, TimeProvider clock, IMeasurements? measurements = null, RefusalCounts? refusals = null)
{
    /// <exception cref="StoreUnavailableException">Nothing is decided; the message must be delivered again.</exception>
    public async Task<AlarmOutcome> Handle(AlarmMessage message, CancellationToken cancellation)
    {
        using var span = Spans.Begin("receive");
        try
        {
            var outcome = await Decide(message, cancellation);
            span.Of(outcome.Incident?.Incident.Number);
            return outcome;
        }
        catch (Exception failure)
        {
            span.Fail(failure);
            throw;
        }
    }

    private async Task<AlarmOutcome> Decide(AlarmMessage message, CancellationToken cancellation)
    {
        message = ClampFutureTimestamp(message.Redacted());
        var settings = await configuration.Current(cancellation);
        var parsed = await sources.Confirm(AlarmParser.Parse(message, sources), cancellation);
        var outcome = await Handle(parsed, message, settings, cancellation);
        Measure(parsed, outcome);
        return outcome;
    }

    private async Task<AlarmOutcome> Handle(ParsedMessage message, AlarmMessage asSent, OnCallConfiguration settings, CancellationToken cancellation) =>
        message switch
        {
            ParsedMessage.Alarm { Value: { SuppressedBy: { } by } alarm } => await NoteSuppressed(alarm, by, settings, cancellation),
            ParsedMessage.Alarm parsed => await Handle(RoutedAlarm.From(parsed.Value, asSent, sources, settings), settings, cancellation),
            ParsedMessage.Note { Disposition: Disposition.Ignore } note => new AlarmOutcome(AlarmDecision.Ignored, null, $"no alarm: {note.Kind}"),
            ParsedMessage.Note { Disposition: Disposition.OnService } note => await HandleOnService(note, asSent, settings, cancellation),
            ParsedMessage.Note note => await Handle(RoutedAlarm.FromNote(note, asSent, settings), settings, cancellation),
            ParsedMessage.Unreadable unreadable => await Handle(RoutedAlarm.FromUnreadable(unreadable, asSent, settings), settings, cancellation),
            ParsedMessage.Refused refused => new AlarmOutcome(AlarmDecision.Refused, null, refused.Reason),
            var unknown => throw new InvalidOperationException($"no way for {unknown.GetType().Name}"),
        };

    private async Task<AlarmOutcome> HandleOnService(ParsedMessage.Note note, AlarmMessage asSent, OnCallConfiguration settings, CancellationToken cancellation)
    {
        var signal = RoutedAlarm.FromNote(note, asSent, settings) with { Severity = Severity.Sev4 };
        var place = signal.Service.Rules.Group == GroupBy.ServiceEverywhere ? null : Grouping.PlaceOf(signal.Alarm.Origin);
        var context = await Load(signal.Alarm, signal.Service, place, cancellation);
        return await notes.Handle(signal, note, context, cancellation)
            ?? (note.Failed && signal.Service.Deployments.Failed == FailedDeployment.Notify
                ? await Handle(signal, settings, cancellation)
                : new AlarmOutcome(AlarmDecision.Ignored, null, $"no incident of the service is open: {note.Kind}"));
    }

    private void Measure(ParsedMessage message, AlarmOutcome outcome)
    {
        measurements?.Count(MetricNames.AlarmsReceived);
        if (message is ParsedMessage.Refused refused)
        {
            refusals?.Count(refused.Source.Kind(), refused.Reason);
        }

        if (message is ParsedMessage.Unreadable)
        {
            measurements?.Count(MetricNames.AlarmsUnreadable);
        }

        if (outcome.Refusal == Refusal.RepeatedChange)
        {
            measurements?.Count(MetricNames.AlarmsRepeated);
        }
    }

    /// <summary>Clamps a timestamp in the future to the time of receipt, so that later changes do not look stale.</summary>
    private AlarmMessage ClampFutureTimestamp(AlarmMessage message) =>
        message.SentAt > clock.Now() + ClocksDiffer ? message with { SentAt = clock.Now() } : message;

    private async Task<AlarmOutcome> Handle(RoutedAlarm signal, OnCallConfiguration settings, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var context = await Load(signal.Alarm, signal.Service, signal.Group, cancellation);
            using var span = Spans.Begin("decide");
            var outcome = signal.Alarm.State == AlarmState.Alarm
                ? await fire.Handle(signal, context, settings, cancellation)
                : await calm.Handle(signal, context, settings, cancellation);
            span.Of(outcome?.Incident?.Incident.Number);
            if (outcome is not null)
            {
                return outcome;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 20 * attempt)), clock, cancellation);
        }

        throw new StoreUnavailableException($"{signal.Alarm.Name}: others changed what this alarm belongs to {MostAttempts} times in a row");
    }

    /// <summary>A change without an action is a line in a timeline, and never marks anything as seen.</summary>
    private async Task<AlarmOutcome> NoteSuppressed(Alarm alarm, string by, OnCallConfiguration settings, CancellationToken cancellation)
    {
        var context = await Load(alarm, settings.Route(alarm).Service, group: null, cancellation);
        var reason = $"actions suppressed by {by}";
        if ((context.Own?.Open ?? context.Whole?.Open) is not { } open)
        {
            return new AlarmOutcome(AlarmDecision.Ignored, null, reason);
        }

        var result = await changes.Apply(open, (record, now) => Watching.NoteSuppressed(record.Incident, alarm.Member, alarm.Change, by, now), cancellation);
        return new AlarmOutcome(AlarmDecision.Ignored, (result as ChangeResult.Changed)?.After, reason);
    }

    private async Task<AlarmContext> Load(Alarm alarm, Service service, string? group, CancellationToken cancellation)
    {
        using var span = Spans.Begin("load");
        var context = await store.LoadAlarm(new AlarmQuery(alarm.Member, alarm.Composite?.Children ?? [], service.Id) { Group = group }, cancellation);
        recent.Learn(context.Minute);
        return context;
    }

    private const int MostAttempts = 20;
    private static readonly Duration ClocksDiffer = Duration.FromMinutes(5);
}
