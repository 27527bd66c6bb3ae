using Incidents.Application.Paging;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Scenarios.Tests.Night;

/// <summary>One channel of a night, which writes down what it hears.</summary>
internal sealed class ListeningPages(string kind, PageLog log, Instant began, TimeProvider clock) : IPageChannel
{
    public string Kind => kind;

    public Task<DeliveryResult> Send(PageMessage message, CancellationToken cancellation)
    {
        var passed = clock.Now() - began;
        var also = message.Also.Count > 0 ? $" and {message.Also.Count} more" : "";
        var line = $"{(int)passed.TotalMinutes}:{passed.Seconds:00} {kind} {string.Join('+', message.To.Select(p => p.Name))}{also}{(message.MayBeRepeat ? " (possible repeat)" : "")}";
        return Task.FromResult(log.Hear(kind, line, message));
    }
}
