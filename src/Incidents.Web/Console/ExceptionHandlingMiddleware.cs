using Incidents.Application.Configuration;
using Incidents.Application.Intake.FailOpen;
using Incidents.Application.Store;
using Incidents.Web.Api;
using Incidents.Web.Layout;
using Incidents.Web.Middleware;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Incidents.Web.Console;

/// <summary>What could not be done is said in the form the caller reads: a page, a problem document, or a bare status for machines.</summary>
internal sealed partial class ExceptionHandlingMiddleware(RequestDelegate next, ILogger<ExceptionHandlingMiddleware> log)
{
    public static void Use(IApplicationBuilder app) => app.UseMiddleware<ExceptionHandlingMiddleware>();

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (!context.Response.HasStarted && context.Response is { StatusCode: >= 400, ContentType: null, ContentLength: null })
            {
                await Tell(context, context.Response.StatusCode, detail: null);
            }
        }
        catch (Exception failure) when (!context.Response.HasStarted && StatusOf(failure, context) is { } status)
        {
            if (status == StatusCodes.Status500InternalServerError)
            {
                LogUnexpected(failure, context.Request.Method, context.GetEndpoint()?.DisplayName);
            }

            // Headers stay: 405 without its Allow would be half an answer.
            await Tell(context, status, Detail(failure));
        }
    }

    private static Task Tell(HttpContext context, int status, string? detail)
    {
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = "5";
        }

        return context.Request.Path switch
        {
            // Our own pages tell of the state of the installation: that stays on the machine.
            _ when HostGate.IsPublic(context) => Task.CompletedTask,
            var path when path.StartsWithSegments("/api") => ApiProblem.For(status, detail).ExecuteAsync(context),
            var path when IsForMachines(path) => Task.CompletedTask,
            _ => Pages.Status(status, detail).ExecuteAsync(context),
        };
    }

    private static bool IsForMachines(PathString path) =>
        path.StartsWithSegments("/slack") || path.StartsWithSegments("/sns") || path.StartsWithSegments("/healthz") || path.StartsWithSegments("/assets");

    private static int? StatusOf(Exception failure, HttpContext context) => failure switch
    {
        OperationCanceledException when context.RequestAborted.IsCancellationRequested => null,
        StoreUnavailableException or NotKeptException or InvalidConfigurationException => StatusCodes.Status503ServiceUnavailable,
        BadHttpRequestException bad => bad.StatusCode,
        InvalidDataException => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static string? Detail(Exception failure) => failure switch
    {
        StoreUnavailableException => "The store does not answer. Nothing was changed.",
        NotKeptException => "The store does not answer, and the alarm could not be kept for another try. Send it again.",
        InvalidConfigurationException invalid => $"There is no configuration to work with. {invalid.Message}",
        _ => null,
    };

    [LoggerMessage(LogLevel.Error, "{Method} {Endpoint} failed")]
    private partial void LogUnexpected(Exception failure, string method, string? endpoint);
}
