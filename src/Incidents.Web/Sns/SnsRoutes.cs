using Incidents.Application.Alarms.Sns;
using Incidents.Application.Intake;
using Incidents.Application.Refusals;
using Incidents.Application.Time;
using Incidents.Web.Api;
using Incidents.Web.Middleware;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Incidents.Web.Sns;

/// <summary>Where SNS delivers over HTTP.</summary>
/// <remarks>
/// The host adds <see cref="SnsMessageVerifier"/>, and a <see cref="ConfirmTopic"/> where subscriptions are to be confirmed. Any failure of ours
/// leaves as 503: SNS tries that again and would drop the alarm on a 4xx.
/// </remarks>
internal static partial class SnsRoutes
{
    public static IEndpointConventionBuilder MapSns(this IEndpointRouteBuilder routes) => routes.MapPost("/sns", Receive);

    private static async Task<Results<Ok<AlarmResult>, StatusCodeHttpResult>> Receive(
        HttpRequest request, SnsMessageVerifier gate, DeliverNotification deliver, [FromServices] ConfirmTopic? confirm, [FromServices] RefusalCounts? refusals, TimeProvider clock, ILogger<SnsMessageVerifier> log)
    {
        var body = await BodyBytes.Read(request, SnsMessageVerifier.LargestBody);
        var headers = request.Headers.SelectMany(header => header.Value, (header, value) => KeyValuePair.Create(header.Key, value ?? ""));
        switch (await gate.Decide(new SnsRequest(headers, body), clock.Machine().Now(), request.HttpContext.RequestAborted))
        {
            case SnsVerdict.Notification notification:
                var receipt = await deliver(notification.Message);
                gate.Handled(notification.Message);
                return TypedResults.Ok(AlarmResult.Of(receipt));
            case SnsVerdict.Confirm asked when confirm is not null:
                return TypedResults.StatusCode(await confirm(asked.Request, CancellationToken.None) ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
            case SnsVerdict.Confirm asked:
                LogUnconfirmed(log, asked.Request.TopicArn);
                return TypedResults.StatusCode(StatusCodes.Status200OK);
            case SnsVerdict.Unsubscribed left:
                LogUnsubscribed(log, left.TopicArn);
                return TypedResults.StatusCode(StatusCodes.Status200OK);
            case SnsVerdict.Refused refused:
                refusals?.Count(refused.Reason.Kind(), $"a delivery at /sns was refused, {refused.Reason}: {refused.Detail}");
                return TypedResults.StatusCode(refused.Status);
            default:
                return TypedResults.StatusCode(StatusCodes.Status200OK);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Topic {TopicArn} asks whether it may deliver here, and nothing here confirms that: use `aws sns confirm-subscription`")]
    private static partial void LogUnconfirmed(ILogger log, string topicArn);

    [LoggerMessage(LogLevel.Warning, "Topic {TopicArn} no longer delivers here: its alarms do not arrive this way any more")]
    private static partial void LogUnsubscribed(ILogger log, string topicArn);
}
