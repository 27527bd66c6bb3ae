using Incidents.Web.Api;
using Incidents.Web.Assets;
using Incidents.Web.Calendars;
using Incidents.Web.Console;
using Incidents.Web.Door;
using Incidents.Web.Health;
using Incidents.Web.Sns;
using Microsoft.AspNetCore.Builder;

namespace Incidents.Web;

/// <summary>Everything that answers over HTTP here.</summary>
public static class WebRoutes
{
    /// <summary>Maps console, API, health and the SNS endpoint. Call it before anything else is mapped: what it puts in front guards the rest too.</summary>
    public static WebApplication MapIncidentsWeb(this WebApplication app)
    {
        app.UseSecurityHeaders();
        HostGate.Use(app);
        Failures.Use(app);
        app.UsePlainPaths();
        ApiGate.Use(app);
        IdempotencyKey.Use(app);
        Asset.Map(app);
        app.MapConsole();
        app.MapCalendars();
        app.MapApi();
        app.MapHealth();
        app.MapSns();
        return app;
    }
}
