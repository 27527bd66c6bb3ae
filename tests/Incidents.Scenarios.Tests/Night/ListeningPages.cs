using Incidents.Application.Notifications;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Scenarios.Tests.Night;

/// <summary>One channel of a night, which writes down what it hears.</summary>
/// <param name="rest">Hears all but pages; null for a channel that takes nothing else.</param>
internal sealed class ListeningPages(string kind, PageLog log, Instant began, TimeProvider clock, INotificationChannel? rest = null) : INotificationChannel
{
    public string Kind => kind;

    public Task<DeliveryResult> Send(Notification content, MessageRef? replaces, CancellationToken cancellation)
    {
        if (content is not PageMessage message)
        {
            return rest?.Send(content, replaces, cancellation) ?? throw new NotSupportedException($"{kind} hears pages alone");
        }

        var passed = clock.Now() - began;
        var also = message.Also.Count > 0 ? $" and {message.Also.Count} more" : "";
        var line = $"{(int)passed.TotalMinutes}:{passed.Seconds:00} {kind} {string.Join('+', message.To.Select(p => p.Name))}{also}{(message.MayBeRepeat ? " (possible repeat)" : "")}";
        return Task.FromResult(log.Hear(kind, line, message));
    }
}
