using Incidents.Application.Store;
using Incidents.Web.Api;
using Incidents.Web.Assets;
using Incidents.Web.Calendars;
using Incidents.Web.Console;
using Incidents.Web.Middleware;
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
        ExceptionHandlingMiddleware.Use(app);
        app.UsePlainPaths();
        ApiAuthentication.Use(app);
        IdempotencyKey.Use(app);
        Asset.Map(app);
        app.MapConsole();
        app.MapCalendars();
        app.MapApi();
        app.MapHealth();
        app.MapSns();
        return app;
    }

    /// <summary>Maps the API alone, for a host that nothing listens for: its one caller is in the same process.</summary>
    /// <param name="unanswered">Called when the store did not answer.</param>
    public static WebApplication MapIncidentsApi(this WebApplication app, Action<StoreUnavailableException> unanswered)
    {
        ExceptionHandlingMiddleware.Use(app);
        app.UsePlainPaths();
        ApiAuthentication.Use(app);
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (StoreUnavailableException failure)
            {
                unanswered(failure);
                throw;
            }
        });
        app.MapApi();
        return app;
    }
}
