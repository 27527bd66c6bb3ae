using Incidents.Application.Alarms;
using Incidents.Application.Notifications;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain.Configuration;

namespace Incidents.Application.Intake;

/// <summary>Keeps messages of low urgency from becoming a message and an incident each: one read and one small write for each that opens something.</summary>
public sealed class LowMessages(INotificationLogStore told, TimeProvider clock)
{
    /// <summary>Decides when the incident of a message is posted, or whether it gets one of its own at all.</summary>
    internal async Task<LowTurn> Take(RoutedAlarm signal, NoteKind kind, NoticeSettings notices, CancellationToken cancellation)
    {
        var message = LowTurns.Mark(signal.Alarm.Key, signal.Alarm.ChangedAt);
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var book = await told.Load(cancellation);
            var (turn, next) = LowTurns.Decide(book.Told, kind, signal.Service.Id, message, notices.Digest, clock.Now());
            if (next is null || await told.Save(book, next, cancellation) == SaveResult.Saved)
            {
                return turn;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 20 * attempt)), clock, cancellation);
        }

        // Fought over without end: a message too many is better than one too few.
        return LowTurn.Now;
    }

    private const int MostAttempts = 10;
}
