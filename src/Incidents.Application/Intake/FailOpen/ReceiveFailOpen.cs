using System.Runtime.ExceptionServices;
using Incidents.Application.Alarms;
using Incidents.Application.Configuration;
using Incidents.Application.Redaction;
using Incidents.Application.Store;

namespace Incidents.Application.Intake.FailOpen;

/// <summary>
/// Receives alarms. When the store gives no answer, twice, a degraded page goes out and the message is kept for another try, with the people
/// it has reached: the recovery opens the incident and pages the others. What can be neither paged nor kept fails, and stays with the sender for redelivery.
/// </summary>
public sealed class ReceiveFailOpen(ReceiveAlarm alarm, DegradedPages pages, IAlarmRetries retries, TimeProvider clock)
{
    /// <summary>Handles all, also those after one that fails.</summary>
    /// <exception cref="StoreUnavailableException">At least one is not decided and no fallback page could be sent.</exception>
    /// <exception cref="NotKeptException">At least one is not decided and could not be kept.</exception>
    /// <exception cref="InvalidConfigurationException">There is no configuration; a message to the fallback topic has said why.</exception>
    public async Task<IReadOnlyList<AlarmReceipt>> HandleAll(IEnumerable<AlarmMessage> messages, CancellationToken cancellation)
    {
        var receipts = new List<AlarmReceipt>();
        ExceptionDispatchInfo? failure = null;
        foreach (var message in messages)
        {
            try
            {
                receipts.Add(await Receive(message, cancellation));
            }
            catch (Exception undecided) when (undecided is not OperationCanceledException)
            {
                failure ??= ExceptionDispatchInfo.Capture(undecided);
            }
        }

        failure?.Throw();
        return receipts;
    }

    /// <summary>Gives messages that were kept another chance.</summary>
    /// <param name="isLast">Whether this is the last try: what fails now is parked, and a message goes to the fallback topic.</param>
    /// <exception cref="Exception">At least one failed; keep all: those that are decided will be recognised.</exception>
    public async Task TryAgain(IEnumerable<AlarmMessage> messages, bool isLast, CancellationToken cancellation)
    {
        ExceptionDispatchInfo? failure = null;
        foreach (var message in messages)
        {
            try
            {
                await TryAgain(message, cancellation);
            }
            catch (Exception undecided) when (undecided is not OperationCanceledException)
            {
                failure ??= ExceptionDispatchInfo.Capture(undecided);
                if (isLast)
                {
                    await pages.TellParked(message.Redacted(), undecided.Message, cancellation);
                }
            }
        }

        failure?.Throw();
    }

    private async Task<AlarmReceipt> Receive(AlarmMessage message, CancellationToken cancellation)
    {
        try
        {
            return AlarmReceipt.Of(await HandleTwice(message, cancellation));
        }
        catch (InvalidConfigurationException broken)
        {
            await pages.TellBroken(message.Redacted(), broken.Result, cancellation);
            throw;
        }
        catch (StoreUnavailableException down)
        {
            var told = await Tell(message, down, cancellation);
            await Keep(message, told, cancellation);
            return AlarmReceipt.Kept(told);
        }
    }

    /// <summary>Handles a kept message again. The first invocation may have crashed before its page; a message that is marked has had one.</summary>
    private async Task TryAgain(AlarmMessage message, CancellationToken cancellation)
    {
        try
        {
            await alarm.Handle(message, cancellation);
        }
        catch (StoreUnavailableException down) when (!message.FallbackPaged)
        {
            if (await Tell(message, down, cancellation) is not FallbackResult.Yes told)
            {
                throw;
            }

            await Keep(message, told, cancellation);
        }
    }

    /// <summary>Once more after a moment, unless the first try has used up the time in which a fallback page can still be sent.</summary>
    private async Task<AlarmOutcome> HandleTwice(AlarmMessage message, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        try
        {
            return await alarm.Handle(message, cancellation);
        }
        catch (StoreUnavailableException) when (clock.GetElapsedTime(started) < LeavesTimeForAnother)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(100, 500)), clock, cancellation);
            return await alarm.Handle(message, cancellation);
        }
    }

    private async Task<FallbackResult> Tell(AlarmMessage message, StoreUnavailableException down, CancellationToken cancellation) =>
        message.FallbackPaged ? new FallbackResult.Yes(message.Reached ?? [])
        : await pages.Tell(message.Redacted(), down.Message, cancellation) switch
        {
            FallbackResult.No => throw new StoreUnavailableException($"{down.Message}; and neither a channel nor the fallback topic takes the page", down),
            var told => told,
        };

    private Task Keep(AlarmMessage message, FallbackResult told, CancellationToken cancellation) =>
        retries.Put(RetryMessage.Write(message.Redacted(), (told as FallbackResult.Yes)?.Reached), cancellation);

    private static readonly TimeSpan LeavesTimeForAnother = TimeSpan.FromSeconds(12);
}
