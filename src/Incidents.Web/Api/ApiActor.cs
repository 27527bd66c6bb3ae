using Incidents.Application.Configuration;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Microsoft.AspNetCore.Http;

namespace Incidents.Web.Api;

/// <summary>Who acts through the API. The token says that they may; the `by` of a body says, on their own word, who they are.</summary>
internal static class ApiActor
{
    /// <summary>Name of the field.</summary>
    public const string Field = "by";

    private const int LongestName = 80;

    /// <summary>What the command line begins its User-Agent with.</summary>
    public const string CommandLine = "incidents-cli";

    public static Actor Read(JsonBody body, OnCallConfiguration settings, HttpRequest request)
    {
        var via = request.Headers.UserAgent.ToString().StartsWith(CommandLine, StringComparison.Ordinal) ? Via.CommandLine : Via.Api;
        return body.Text(Field, LongestName)?.Trim() switch
        {
            null => new Actor("api", "API", via),
            var id when settings.FindPerson(id) is { } person => new Actor(person.Id.Value, person.Name, via),
            var name => new Actor($"api:{name}", name, via),
        };
    }
}
