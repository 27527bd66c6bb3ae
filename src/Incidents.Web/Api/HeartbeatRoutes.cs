using Incidents.Application.Configuration;
using Incidents.Application.Heartbeats;
using Incidents.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Answer = Microsoft.AspNetCore.Http.HttpResults.Results<Microsoft.AspNetCore.Http.HttpResults.Ok<Incidents.Web.Api.HeartbeatAnswer>, Incidents.Web.Api.ApiProblem>;

namespace Incidents.Web.Api;

/// <summary>Routes of heartbeats. A job sends a beat with `curl -X POST`, the token and no body.</summary>
internal static class HeartbeatRoutes
{
    private const int LongestReason = 250;

    public static IEndpointConventionBuilder MapHeartbeats(this IEndpointRouteBuilder routes)
    {
        var heartbeats = routes.MapGroup("/heartbeats");
        heartbeats.MapGet("/", List);
        heartbeats.MapPost("/{name}", Beat);
        heartbeats.MapPost("/{name}/mute", Mute);
        heartbeats.MapPost("/{name}/unmute", Unmute);
        return heartbeats;
    }

    private static async Task<Ok<HeartbeatListResource>> List(ListHeartbeats heartbeats, CancellationToken cancellation) =>
        TypedResults.Ok(new HeartbeatListResource([.. (await heartbeats.Handle(cancellation)).Select(HeartbeatResource.Of)]));

    private static async Task<Answer> Beat(string name, RecordHeartbeat record) => Told(await record.Handle(name, CancellationToken.None));

    private static async Task<Answer> Mute(string name, HttpRequest request, MuteHeartbeat mute, IOnCallConfigurationProvider configuration)
    {
        using var body = await JsonBody.Read(request, "until", "reason", ApiActor.Field);
        var by = ApiActor.Read(body, await configuration.Current(CancellationToken.None), request);
        var until = body.Time("until") ?? Instant.MinValue;
        var reason = body.Text("reason", LongestReason) ?? "";
        return body.Problem is { } problem ? ApiProblem.Of(problem) : Told(await mute.Handle(name, until, reason, by, CancellationToken.None));
    }

    private static async Task<Answer> Unmute(string name, MuteHeartbeat mute) => Told(await mute.End(name, CancellationToken.None));

    private static Answer Told(HeartbeatResult result) => result switch
    {
        HeartbeatResult.Done done => TypedResults.Ok(new HeartbeatAnswer(done.Name, done.Until)),
        HeartbeatResult.Refused refused => ApiProblem.Of(new Lists.FieldProblem(refused.Field, refused.Problem)),
        HeartbeatResult.Unknown unknown => new ApiProblem(404, unknown.Problem, unknown.Advice, Field: "name"),
        _ => throw new InvalidOperationException($"no answer for {result.GetType().Name}"),
    };
}

/// <param name="Until">After a beat: when the next one counts as missed. After a mute: its end.</param>
internal sealed record HeartbeatAnswer(string Name, Instant Until);

internal sealed record HeartbeatListResource(IReadOnlyList<HeartbeatResource> Items);

/// <param name="Status">`waiting`, `beating`, `missed` or `muted`.</param>
/// <param name="EverySeconds">How far apart its beats are.</param>
/// <param name="LastBeat">Null when there has been none.</param>
/// <param name="DueAt">When it counts as missed without a beat; null before it was first looked at.</param>
/// <param name="Incident">The incident of the miss; null while nothing is missing.</param>
/// <param name="MutedUntil">Null when it is not muted.</param>
internal sealed record HeartbeatResource(
    string Name, string Status, string Service, long EverySeconds, long GraceSeconds, Instant? LastBeat, Instant? DueAt, string? Incident, Instant? MutedUntil, string? MuteReason)
{
    public static HeartbeatResource Of(HeartbeatView view)
    {
        var mute = view.Status == Domain.Heartbeats.HeartbeatStatus.Muted ? view.Log?.Mute : null;
        return new HeartbeatResource(
            view.Heartbeat.Name,
            Names.Of(view.Status),
            view.Heartbeat.Service.Value,
            (long)view.Heartbeat.Every.TotalSeconds,
            (long)view.Heartbeat.Grace.TotalSeconds,
            view.Log?.LastBeat,
            view.DueAt,
            view.Log?.Incident?.ToString(),
            mute?.Until,
            mute?.Reason);
    }
}
