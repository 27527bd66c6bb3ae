using Incidents.Domain.Incidents;
using Microsoft.AspNetCore.Http;

namespace Incidents.Web.Settings;

/// <summary>What the host decides about the console and the API.</summary>
public sealed record WebSettings
{
    /// <summary>The bearer token that requests to the API must send. A secret.</summary>
    public required string ApiToken { get; init; }

    /// <summary>The address by which others reach what <see cref="Incidents.Web.Middleware.RouteTable"/> has for a public host; null when only this machine does.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Directory for the keys behind form tokens; null keeps them in memory, so that open forms end with the process.</summary>
    public string? KeysDirectory { get; init; }

    /// <summary>ARN of the credentials of AWS by which the only caller of the API acts; null where a token says that they may.</summary>
    public string? Caller { get; init; }

    /// <summary>Who acts in the console. A sign-in replaces this; until then everybody who reaches the console is one person.</summary>
    public Func<HttpContext, Actor> WhoActs { get; init; } = _ => new Actor("console", "you (console)", Via.Console);
}
