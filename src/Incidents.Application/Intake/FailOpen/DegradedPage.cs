using Incidents.Application.Alarms;
using Incidents.Application.Notifications;
using Incidents.Application.Paging;
using Incidents.Application.Store;
using Incidents.Configuration.Loading;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Configuration;
using Incidents.Domain.People;
using Incidents.Domain.Services;
using NodaTime;

namespace Incidents.Application.Intake.FailOpen;

/// <summary>What can be said of an alarm without the store: what it is, whose it is, who should look.</summary>
internal sealed record DegradedPage(string What, string Name, Service Service, Severity Severity, Instant Since)
{
    /// <summary>The alarm; null for a message that could not be read.</summary>
    public Alarm? Alarm { get; init; }

    /// <returns>Null for what never pages: recoveries, suppressed changes, checks, notes, messages from elsewhere, services in shadow mode.</returns>
    public static DegradedPage? Of(AlarmMessage message, AlarmAllowList sources, OnCallConfiguration settings) => AlarmParser.Parse(message, sources) switch
    {
        ParsedMessage.Alarm { Value: { State: AlarmState.Alarm, SuppressedBy: null } alarm } when sources.Synthetic?.SourceOf(alarm) is null => Of(RoutedAlarm.From(alarm, message, sources, settings), AlarmWords.Short(alarm), alarm),
        ParsedMessage.Unreadable { LooksLikeAlarm: true } unreadable => Of(RoutedAlarm.FromUnreadable(unreadable, message, settings), "a message nobody can read that may be an alarm", alarm: null),
        ParsedMessage.Note { Disposition: Disposition.OpenLow, Severity: not null } note => Of(RoutedAlarm.FromNote(note, message, settings)),
        _ => null,
    };

    /// <summary>Whom the first step pages now, by what is known without the store.</summary>
    public IReadOnlyList<Person> WhoShouldLook(OnCallConfiguration settings, Instant now) => settings.PlannerFor(Service, now).WhoIsFirst();

    /// <param name="reason">What the store, or its client, said.</param>
    /// <param name="overridesAreKnown">Whether the overrides people have made were read before.</param>
    public FallbackMessage WhileTheStoreIsDown(string reason, bool overridesAreKnown, OnCallConfiguration settings, Instant now, SuppressedCount? left) => Compose(
        settings,
        now,
        $"The store of incidents gives no answer ({reason}). Whoever should look is paged once by every way that needs no store, and nobody after them. {Overrides(overridesAreKnown)}The alarm is kept: its incident opens when the store answers again, and pages then whom nothing that wakes has reached.",
        left);

    /// <summary>What a person reads beside the alarm itself: why there is nothing to press.</summary>
    public static string Advice(bool overridesAreKnown) =>
        $"Degraded page: the store of incidents gives no answer. There is nothing to acknowledge yet, and nobody is paged after you: look, and tell your team. {Overrides(overridesAreKnown)}".TrimEnd();

    /// <param name="page">Null when the message would not page by itself.</param>
    public static FallbackMessage Parked(DegradedPage? page, AlarmMessage message, string reason, OnCallConfiguration settings, Instant now, SuppressedCount? left)
    {
        var why = $"It was tried five times and could not be handled: {reason}. It now waits in the queue of parked alarms, opens no incident and is not tried again by itself. Mend the cause, then send it back with: aws sqs start-message-move-task";
        return page?.Compose(settings, now, why, left)
            ?? new FallbackMessage("Incidents: a message on the alarm topic could not be handled", $"{message.Subject ?? "A message without subject"}\n{why}{InWords(left)}");
    }

    public static FallbackMessage WithoutConfiguration(AlarmMessage message, AlarmAllowList sources, ConfigurationResult.Invalid problem, SuppressedCount? left)
    {
        var what = AlarmParser.Parse(message, sources) is ParsedMessage.Alarm { Value: var alarm } ? $"{alarm.Name}: {AlarmWords.Short(alarm)}" : message.Subject ?? "A message without subject";
        var first = problem.Problems.FirstOrDefault(p => !p.IsWarning) ?? problem.Problems[0];
        return new FallbackMessage(
            "Incidents: no on-call configuration, alarms page nobody",
            $"""
            {what}
            Why this message: the on-call configuration of this installation cannot be used and there is no earlier one, so nobody knows who is on call.
            {first}
            Fix that and deploy again; `incidents check config` shows all {problem.Problems.Count} of it. The alarm is kept and tried again for ten minutes.{InWords(left)}
            """);
    }

    /// <summary>A finding that is urgent by its sender's word; what can wait waits for the store.</summary>
    private static DegradedPage? Of(RoutedAlarm signal) => signal.Severity is Severity.Sev1 or Severity.Sev2 ? Of(signal, signal.Alarm.Name, alarm: null) : null;

    private static DegradedPage? Of(RoutedAlarm signal, string what, Alarm? alarm) =>
        signal.Service.IsShadow ? null : new(what, signal.Alarm.Name, signal.Service, signal.Severity, signal.Alarm.ChangedAt) { Alarm = alarm };

    private FallbackMessage Compose(OnCallConfiguration settings, Instant now, string why, SuppressedCount? left) => new(
        $"{Severity} {Whose(settings)}: {What} (degraded page)",
        $"""
        {What}
        Alarm: {Name}, since {CardTimes.InUtc(Since)}
        Service: {Whose(settings)}, {Severity}
        Who should look: {string.Join(", ", WhoShouldLook(settings, now).Select(p => p.Name))}
        Why this message: {why}{InWords(left)}
        """);

    private string Whose(OnCallConfiguration settings) => settings.AccountName(Alarm?.Origin?.Account) is { } account ? $"{Service.Name} ({account})" : Service.Name;

    private static string Overrides(bool areKnown) => areKnown ? "" : "Overrides are not known: who is on call is as the configuration has it. ";

    private static string InWords(SuppressedCount? left) => left is null ? "" : $"\n{left.Count} more since {CardTimes.InUtc(left.Since)} without a message of their own.";
}
