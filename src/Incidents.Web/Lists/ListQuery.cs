using System.Globalization;
using System.Text.RegularExpressions;
using Incidents.Application.Reading;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Web.Words;
using Microsoft.AspNetCore.Http;

namespace Incidents.Web.Lists;

/// <summary>Which part of the list is asked for.</summary>
public sealed partial record ListQuery(IncidentFilter Filter, ListPlace? After, int Limit)
{
    private const int UsualLimit = 50;
    private const int MostAtOnce = 100;
    private const int LongestText = 200;

    public static readonly IReadOnlyList<string> Parameters = ["status", "state", "service", "severity", "text", "cursor", "limit"];

    /// <summary>Reads the query of a URL. Empty values are what an untouched form sends, and mean nothing.</summary>
    internal static (ListQuery Query, IReadOnlyList<FieldProblem> Problems) Read(IQueryCollection query, CursorSeal seal)
    {
        var problems = new List<FieldProblem>();
        var stated = Status("status") ?? Status("state");
        var service = Text("service");
        if (service is not null && !ServiceId().IsMatch(service))
        {
            service = Refuse<string>("service", "is the id of a service: letters, digits, '.', '_' and '-'");
        }

        var text = Text("text");
        if (text?.Length > LongestText)
        {
            text = Refuse<string>("text", $"has at most {LongestText} characters");
        }

        return (new ListQuery(new IncidentFilter(stated, service is { } id ? new ServiceId(id) : null, Severity(), text), Cursor(), Limit()), problems);

        IncidentStatus? Status(string name) => Text(name) switch
        {
            null => null,
            var word when Names.Read<IncidentStatus>(word) is { } status => status,
            _ => RefuseValue<IncidentStatus>(name, "is triggered, acknowledged or resolved"),
        };

        Severity? Severity() => Text("severity") switch
        {
            null => null,
            var word when Severities.Read(word) is { } severity => severity,
            _ => RefuseValue<Severity>("severity", "is Sev1, Sev2, Sev3 or Sev4"),
        };

        ListPlace? Cursor() => Text("cursor") switch
        {
            null => null,
            var given when ListPlace.Read(seal.Open(given)) is { } place => place,
            _ => Refuse<ListPlace>("cursor", "is the `next` of an earlier answer, unchanged"),
        };

        int Limit() => Text("limit") switch
        {
            null => UsualLimit,
            var digits when int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MostAtOnce => limit,
            _ => RefuseValue<int>("limit", $"is a whole number from 1 to {MostAtOnce}") ?? UsualLimit,
        };

        string? Text(string name) => query[name] switch
        {
            [] => null,
            [var one] => string.IsNullOrWhiteSpace(one) ? null : one.Trim(),
            _ => Refuse<string>(name, "is given more than once"),
        };

        T? Refuse<T>(string field, string problem)
            where T : class
        {
            problems.Add(new FieldProblem(field, problem));
            return null;
        }

        T? RefuseValue<T>(string field, string problem)
            where T : struct
        {
            problems.Add(new FieldProblem(field, problem));
            return null;
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,39}\z", RegexOptions.NonBacktracking)]
    private static partial Regex ServiceId();
}
