using Incidents.Application.Alarms;
using Incidents.Application.Intake;
using Incidents.Application.Notifications;
using Incidents.Application.Time;
using Incidents.Domain.Alarms;
using Incidents.Domain.Heartbeats;
using NodaTime;

namespace Incidents.Application.Heartbeats;

/// <summary>Hands on, by the way of all alarms, that a beat is missing or has come again.</summary>
/// <remarks>Each is kept first and handed on after, so a process that dies between the two leaves it for the next tick; a repeat changes nothing.</remarks>
public sealed class TellHeartbeat(ReceiveAlarm alarms, IHeartbeatStore store, TimeProvider clock)
{
    /// <summary>A beat is missing: an incident opens.</summary>
    internal async Task Missed(Heartbeat heartbeat, HeartbeatLog known, Instant due, CancellationToken cancellation)
    {
        var heard = known.LastBeat is { } last ? $"No heartbeat since {CardTimes.InUtc(last)}" : $"No heartbeat yet, and one was expected since {CardTimes.InUtc(known.Since)}";
        var reason = $"{heard}: one is due every {Spoken(heartbeat.Every)}, with {Spoken(heartbeat.Grace)} of grace.";
        var outcome = await alarms.Handle(HeartbeatSource.Message(heartbeat.Name, AlarmState.Alarm, reason, due, clock.Now()), cancellation);
        await store.MarkTold(heartbeat.Name, due, outcome.Incident?.Incident.Number, cancellation);
    }

    /// <summary>Sends the recovery of a heartbeat that beats again, which resolves its incident.</summary>
    internal async Task Recovered(string name, HeartbeatLog known, CancellationToken cancellation)
    {
        if (known is { Missed: { } due, LastBeat: { } beat })
        {
            await alarms.Handle(HeartbeatSource.Message(name, AlarmState.Ok, $"Heartbeat at {CardTimes.InUtc(beat)}.", beat, clock.Now()), cancellation);
            await store.EndMiss(name, due, cancellation);
        }
    }

    private static string Spoken(Duration length) =>
        length.TotalHours >= 1 && length.Minutes == 0 ? $"{(int)length.TotalHours} h" : $"{(int)length.TotalMinutes} min";
}
