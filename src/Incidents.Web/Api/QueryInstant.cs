using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Web.Api;

/// <summary>Instants in the query of a URL.</summary>
internal static class QueryInstant
{
    // Near the ends of time there is none before or after, and who is on call follows from what was before.
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    /// <summary>Reads one in UTC; null when it is not given.</summary>
    /// <returns>False when what is given is no instant; the problem names the field.</returns>
    public static bool TryRead(HttpRequest request, string name, out Instant? instant, [NotNullWhen(false)] out ApiProblem? problem)
    {
        (instant, problem) = (null, null);
        var given = request.Query[name];
        if (given.Count == 0 || (given.Count == 1 && given[0]!.Length == 0))
        {
            return true;
        }

        if (given.Count == 1 && InstantPattern.ExtendedIso.Parse(given[0]!) is { Success: true, Value: var read } && read.InUtc().Year is >= FirstYear and <= LastYear)
        {
            instant = read;
            return true;
        }

        problem = ApiProblem.Of(new Lists.FieldProblem(name, $"is an instant in UTC such as 2026-09-14T09:00:00Z, of the years {FirstYear} to {LastYear}"));
        return false;
    }
}
