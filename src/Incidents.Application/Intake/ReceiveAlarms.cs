using Incidents.Application.Alarms;
using Incidents.Application.Intake.FailOpen;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Intake;

/// <summary>Several messages that were delivered together: each stands for itself.</summary>
public sealed class ReceiveAlarms(ReceiveAlarm alarm)
{
    /// <summary>Handles all, also those after one that fails.</summary>
    /// <exception cref="StoreUnavailableException">At least one is not decided. Deliver all again: those that are will be recognised.</exception>
    public async Task<IReadOnlyList<AlarmReceipt>> HandleAll(IEnumerable<AlarmMessage> messages, CancellationToken cancellation)
    {
        var receipts = new List<AlarmReceipt>();
        StoreUnavailableException? failure = null;
        foreach (var message in messages)
        {
            try
            {
                var outcome = await alarm.Handle(message, cancellation);
                receipts.Add(AlarmReceipt.Of(outcome));
            }
            catch (StoreUnavailableException unavailable)
            {
                failure = unavailable;
            }
        }

        return failure is null ? receipts : throw failure;
    }
}

/// <summary>What one message did, reported to the sender that delivered it.</summary>
/// <param name="Incident">`INC-142`; null when it belongs to none.</param>
/// <param name="Decision">`triggered`, `joined`, `recovered`, `ignored`, `refused`, or `kept` for another try.</param>
/// <param name="Reason">In words.</param>
public sealed record AlarmReceipt(string? Incident, string Decision, string Reason)
{
    /// <summary>A channel asked to wait a moment with a page of the incident, or it leaves in a moment together with others.</summary>
    public bool PageWaits { get; init; }

    /// <summary>The message is decided.</summary>
    public static AlarmReceipt Of(AlarmOutcome outcome) =>
        new(outcome.Incident?.Incident.Number.ToString(), outcome.Decision.ToString().ToLowerInvariant(), outcome.Reason)
        {
            PageWaits = outcome.Incident?.Incident.Pages.Exists(page => page.State == PageState.Waiting || page is { State: PageState.Pending, Late: true }) == true,
        };

    /// <summary>The store gives no answer; the message is safe.</summary>
    /// <param name="told">The result of the degraded page.</param>
    public static AlarmReceipt Kept(FallbackResult told) =>
        new(Incident: null, "kept", $"the store gives no answer: {InWords(told)}, and the message is tried again");

    private static string InWords(FallbackResult told) => told switch
    {
        FallbackResult.Yes { Reached: { Count: > 0 } people } => $"{string.Join(", ", people)} got a degraded page",
        FallbackResult.Yes => "a degraded page went out, by nothing that wakes anybody",
        FallbackResult.OnlyShown => "no channel took the degraded page, it is only shown on the terminal",
        _ => "nobody needs to be told",
    };
}
