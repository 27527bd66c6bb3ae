using Incidents.Application.Time;
using Incidents.Web.Layout;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Incidents.Web.Preview;

/// <summary>The outbox's page. For one machine: a host maps it when it listens on loopback alone.</summary>
public static class OutboxRoutes
{
    /// <summary>Maps the page. The host adds <see cref="Outbox"/>.</summary>
    public static RouteHandlerBuilder MapOutbox(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/dev/outbox", (Outbox outbox, TimeProvider clock) => Pages.Show<OutboxPage>(new OutboxModel(outbox.Messages, clock.Now())));
}
