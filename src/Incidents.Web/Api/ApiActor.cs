using Incidents.Application.Configuration;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;
using Incidents.Web.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Web.Api;

/// <summary>Who acts through the API. The token says that they may; the `by` of a body says which of the people they are. Without it no person acts, and an acknowledgement then delays the escalation only briefly.</summary>
internal static class ApiActor
{
    /// <summary>Name of the field.</summary>
    public const string Field = "by";

    /// <summary>Longest name that is read, in characters.</summary>
    public const int LongestName = 80;

    /// <summary>What the command line begins its User-Agent with.</summary>
    public const string CommandLine = "incidents-cli";

    /// <param name="settings">Null when it cannot be read.</param>
    public static Actor Read(JsonBody body, OnCallConfiguration? settings, HttpRequest request)
    {
        var via = Via(request);
        var (actor, problem) = Acting.Identify(settings, body.Text(Field, LongestName), via);
        if (problem is not null)
        {
            body.Refuse(Field, problem);
        }

        return By(actor ?? new Actor(Actor.Api, "API", via), request.HttpContext.RequestServices.GetRequiredService<WebSettings>().Caller);
    }

    /// <summary>Whose credentials it was done with stands beside who is named; where no person is, it is the only name there is.</summary>
    private static Actor By(Actor actor, string? caller) =>
        caller is null ? actor : actor with { Caller = caller, Name = actor.Kind() == ActorKind.Api ? new AwsCaller(caller).Name : actor.Name };

    /// <summary>Whether the command line asks, or another program.</summary>
    public static Via Via(HttpRequest request) =>
        request.Headers.UserAgent.ToString().StartsWith(CommandLine, StringComparison.Ordinal) ? Domain.Incidents.Via.CommandLine : Domain.Incidents.Via.Api;
}
