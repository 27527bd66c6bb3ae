using Incidents.Application.Intake.FailOpen;
using Incidents.Application.Notifications;
using Incidents.Application.Paging;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.FaultInjection;

/// <summary>A page that an endpoint received.</summary>
/// <param name="Then">The incident as the store had it at that moment.</param>
/// <param name="AsClaimed">The page as the sender had claimed it.</param>
internal sealed record DeliveredPage(Instant At, IncidentNumber Incident, Page AsClaimed, string Channel, bool MayBeRepeat, Incident Then)
{
    public int Page => AsClaimed.Id;

    public string Person => AsClaimed.Person.Value;
}

/// <summary>A degraded page, sent before there was an incident.</summary>
internal sealed record DegradedPage(Instant At, string Service, string Channel, IReadOnlyList<string> People);

/// <summary>An update that the team channel received.</summary>
internal sealed record DeliveredUpdate(Instant At, IncidentNumber Incident, UpdateKind Kind, Incident Then);

/// <summary>Records everything that leaves the process: pages, updates of the team channel, the fallback topic, the retry queue.</summary>
internal sealed class FakeEndpoints(SimulatedEnvironment environment) : IFallback, IAlarmRetries
{
    public List<DeliveredPage> Pages { get; } = [];

    public List<DeliveredUpdate> News { get; } = [];

    public List<DegradedPage> Degraded { get; } = [];

    /// <summary>Until when a channel answers 503.</summary>
    public Dictionary<string, Instant> DownUntil { get; } = [];

    public List<(Instant At, FallbackMessage Message)> Fallback { get; } = [];

    public Queue<string> Queue { get; } = [];

    public Task<DeliveryResult> Publish(FallbackMessage message, CancellationToken cancellation)
    {
        Fallback.Add((environment.Clock.Now, message));
        environment.Log($"fallback hears {message.Subject}");
        return Task.FromResult<DeliveryResult>(new DeliveryResult.Delivered());
    }

    public Task Put(string body, CancellationToken cancellation)
    {
        Queue.Enqueue(body);
        return Task.CompletedTask;
    }

    public async Task<DeliveryResult> Take(string kind, Notification content)
    {
        switch (content)
        {
            case PageMessage message:
                return await Take(kind, message);
            case Notification.Update update:
                foreach (var (briefing, news) in update.Incidents)
                {
                    News.Add(new DeliveredUpdate(environment.Clock.Now, briefing.Incident.Number, news, await environment.Look(briefing.Incident.Number)));
                    environment.Log($"channel hears {briefing.Incident.Number} {news}");
                }

                break;
        }

        return new DeliveryResult.Delivered();
    }

    private async Task<DeliveryResult> Take(string kind, PageMessage message)
    {
        if (DownUntil.GetValueOrDefault(kind) > environment.Clock.Now)
        {
            return new DeliveryResult.RetryLater(Duration.FromSeconds(3), "503");
        }

        if (message.Briefing is { Degraded: not null } degraded)
        {
            Degraded.Add(new DegradedPage(environment.Clock.Now, degraded.Incident.Service.Value, kind, [.. message.To.Select(p => p.Id.Value)]));
            environment.Log($"{string.Join('+', message.To.Select(p => p.Id))} hears of {degraded.Incident.Service} by {kind}, without an incident");
            return new DeliveryResult.Delivered();
        }

        foreach (var told in message.Pages)
        {
            var incident = message.Also.Prepend(message.Briefing).First(briefing => briefing.Incident.Number == told.Incident).Incident;
            if (incident.Pages.Find(p => p.Id == told.Page) is { } page)
            {
                Pages.Add(new DeliveredPage(environment.Clock.Now, told.Incident, page, kind, message.MayBeRepeat, await environment.Look(told.Incident)));
                environment.Log($"{page.Person} hears {told.Incident}.{page.Id} by {kind}{(message.MayBeRepeat ? " (possible repeat)" : "")}");
            }
        }

        return new DeliveryResult.Delivered();
    }
}

/// <summary>A channel of one kind that delivers to <see cref="FakeEndpoints"/>.</summary>
internal sealed class FakeChannel(string kind, FakeEndpoints endpoints) : INotificationChannel
{
    public string Kind => kind;

    public Task<DeliveryResult> Send(Notification content, MessageRef? replaces, CancellationToken cancellation) => endpoints.Take(kind, content);
}
