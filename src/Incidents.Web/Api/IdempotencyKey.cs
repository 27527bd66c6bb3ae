using System.Security.Cryptography;
using System.Text;
using Incidents.Application.Idempotency;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Web.Middleware;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Incidents.Web.Api;

/// <summary>`Idempotency-Key` on POST: a request that is sent again within a day gets the answer of the first, and nothing is done twice.</summary>
/// <remarks>
/// Alarms never pass here: they are recognised by what they say, and no look-up may stand in their way. What ended with 5xx may be tried again.
/// Source: https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
/// </remarks>
internal sealed class IdempotencyKey(RequestDelegate next, IKeptAnswers answers, TimeProvider clock)
{
    private const string Header = "Idempotency-Key";
    private const string Replayed = "Idempotency-Replayed";
    private const int LongestKey = 255;
    private const int LargestBody = 256 * 1024;
    private const int LongestAnswer = 100 * 1024;

    private static readonly Duration Day = Duration.FromHours(24);

    /// <summary>A request that has held its key for longer than this is taken to have died.</summary>
    private static readonly Duration LongestWork = Duration.FromMinutes(1);

    public static void Use(IApplicationBuilder app) => app.UseWhen(Applies, api => api.UseMiddleware<IdempotencyKey>());

    public async Task InvokeAsync(HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (context.Request.Headers[Header] is not [{ Length: > 0 and <= LongestKey } key] || !key.All(c => c is > ' ' and < '\u007f'))
        {
            await new ApiProblem(400, $"{Header} is one text of 1 to {LongestKey} visible ASCII characters.").ExecuteAsync(context);
            return;
        }

        var now = clock.Now();
        var asked = new KeptAnswer(await Fingerprint(context.Request), now);
        var id = Hash(Encoding.UTF8.GetBytes(key));
        var known = await answers.Find(id, cancellation);
        if (known is not null && now - known.At < Day && await Repeat(context, known, asked))
        {
            return;
        }

        if (await answers.Save(id, known, asked, cancellation) == SaveResult.Conflict)
        {
            await UnderWay.ExecuteAsync(context);
            return;
        }

        await Work(context, id, asked);
    }

    private static ApiProblem UnderWay => new(409, "A request with this Idempotency-Key is under way.", "Send it again in a moment.");

    private static bool Applies(HttpContext context) => HttpMethods.IsPost(context.Request.Method)
        && context.Request.Path.StartsWithSegments(ApiAuthentication.Path)
        && !context.Request.Path.StartsWithSegments($"{ApiAuthentication.Path}/v1/alarms")
        && context.Request.Headers.ContainsKey(Header);

    /// <summary>Answers a request that was made before; false when it is to be done.</summary>
    private static async Task<bool> Repeat(HttpContext context, KeptAnswer known, KeptAnswer asked)
    {
        if (known.Request != asked.Request)
        {
            await new ApiProblem(422, "This Idempotency-Key was used for another request.", "Take a new one for each thing you want done.").ExecuteAsync(context);
            return true;
        }

        switch (known)
        {
            case { Status: null } when asked.At - known.At < LongestWork:
                await UnderWay.ExecuteAsync(context);
                return true;
            case { Status: null or >= 500 }:
                return false;
            case { Body: null }:
                await new ApiProblem(409, "This was done, and its answer is not kept.", "It is told once, or is too long: look up what was made.").ExecuteAsync(context);
                return true;
        }

        context.Response.StatusCode = known.Status.Value;
        context.Response.ContentType = known.Type;
        context.Response.Headers[Replayed] = "true";
        if (known.Location is { } location)
        {
            context.Response.Headers.Location = location;
        }

        await context.Response.WriteAsync(known.Body, context.RequestAborted);
        return true;
    }

    private async Task Work(HttpContext context, string id, KeptAnswer asked)
    {
        var wire = context.Response.Body;
        using var body = new MemoryStream();
        context.Response.Body = body;
        try
        {
            // What has begun is done to its end, whether its caller waits or not.
            await next(context);
        }
        catch
        {
            context.Response.Body = wire;
            await answers.Save(id, asked, asked with { Status = StatusCodes.Status500InternalServerError }, CancellationToken.None);
            throw;
        }

        context.Response.Body = wire;
        var response = context.Response;
        var isToldOnce = context.GetEndpoint()?.Metadata.GetMetadata<ToldOnce>() is not null;
        var text = isToldOnce || body.Length > LongestAnswer ? null : Encoding.UTF8.GetString(body.GetBuffer().AsSpan(0, (int)body.Length));
        await answers.Save(
            id, asked, asked with { Status = response.StatusCode, Type = response.ContentType, Location = response.Headers.Location is [{ } location] ? location : null, Body = text }, CancellationToken.None);
        body.Position = 0;
        await body.CopyToAsync(wire, CancellationToken.None);
    }

    private static async Task<string> Fingerprint(HttpRequest request)
    {
        request.EnableBuffering(LargestBody);
        var body = await BodyBytes.Read(request, LargestBody);
        request.Body.Position = 0;
        return Hash([.. Encoding.UTF8.GetBytes($"{request.Path.Value}{request.QueryString.Value}\n"), .. body.Span]);
    }

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <summary>Marks a route whose answer holds a secret, which nothing here keeps.</summary>
internal sealed class ToldOnce;
