using Incidents.Configuration.Yaml;
using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Application.Schedules.Preview;

/// <summary>
/// The written form of a query: `{ type: segments, from, to }`. The type may also be the only key, with the rest beneath it, or stand
/// alone with the rest beside it.
/// </summary>
internal static class QueryForm
{
    private const int MostTimes = 10_000;
    private const int FirstYear = 1;
    private const int LastYear = 9000;

    private static readonly string[] Types = ["segments", "instants", "shifts", "quality", "resolve"];

    public static ScheduleQuery? Read(YamlObject body, DateTimeZone? zone, string advice)
    {
        if (body.Require("query", advice) is not { } query)
        {
            return null;
        }

        if (!query.IsObject)
        {
            return query.Word(Types) is { } word ? Read(word, body, query, zone) : null;
        }

        var entry = query.Object(advice)!;
        if ((entry.Find("type") ?? entry.Find("kind")) is { } type)
        {
            return type.Word(Types) is { } word ? Finished(entry, Read(word, entry, query, zone)) : null;
        }

        if (Types.FirstOrDefault(name => entry.FindOrNothing(name) is not null) is not { } only)
        {
            entry.Missing("type", $"Write {Wording.OneOf(Types)}.");
            return null;
        }

        var rest = entry.Find(only);
        entry.RefuseOthers();
        return rest?.Object("Write `from` and `to`, `at`, or `local`.") is { } inner ? Finished(inner, Read(only, inner, rest, zone)) : null;
    }

    private static ScheduleQuery? Finished(YamlObject entry, ScheduleQuery? query)
    {
        entry.RefuseOthers();
        return query;
    }

    private static ScheduleQuery? Read(string type, YamlObject entry, YamlValue query, DateTimeZone? zone) => type switch
    {
        "segments" => Window(entry, query) is var (from, to) ? new ScheduleQuery.Segments(from, to) : null,
        "shifts" => Window(entry, query) is var (from, to) ? new ScheduleQuery.Shifts(from, to) : null,
        "quality" => Window(entry, query) is var (from, to) ? new ScheduleQuery.Quality(from, to) : null,
        "instants" => Times(entry, "at", "List instants in UTC.", value => value.Instant()) is { } at ? new ScheduleQuery.Instants(at) : null,
        _ => ReadResolve(entry, zone),
    };

    private static (Instant From, Instant To)? Window(YamlObject entry, YamlValue query)
    {
        var from = entry.Require("from", "Write an instant in UTC such as 2026-09-14T07:00:00Z.")?.Instant();
        var to = entry.Require("to", "Write an instant in UTC such as 2026-09-21T07:00:00Z.")?.Instant();
        if (from is not { } begin || to is not { } end)
        {
            return null;
        }

        if (ScheduleRules.CheckWindow(begin, end) is { } problem)
        {
            (entry.Find(problem.Path) ?? query).Error($"{problem.Problem} {problem.Fix}");
            return null;
        }

        return (begin, end);
    }

    private static ScheduleQuery.Resolve? ReadResolve(YamlObject entry, DateTimeZone? usual)
    {
        var zone = entry.Find("time_zone") is { } own ? own.Zone() : usual;
        var local = Times(entry, "local", "List local times such as 2026-03-29T02:30.", value => value.LocalDateTime());
        if (zone is null)
        {
            entry.Missing("time_zone", "Write an IANA id such as Europe/Berlin.");
        }

        if (local?.Any(time => time.Year is < FirstYear or > LastYear) == true)
        {
            entry.Find("local")!.Error($"A year is too far away. Ask for {FirstYear} to {LastYear}.");
            return null;
        }

        return zone is not null && local is not null ? new ScheduleQuery.Resolve(local, zone) : null;
    }

    private static T[]? Times<T>(YamlObject entry, string key, string advice, Func<YamlValue, T?> read)
        where T : struct
    {
        if (entry.Require(key, advice)?.OneOrMore() is not { } items)
        {
            return null;
        }

        if (items.Count > MostTimes)
        {
            entry.Find(key)!.Error($"{items.Count} times are too many. Ask for at most {MostTimes} at once.");
            return null;
        }

        var times = items.Select(read).OfType<T>().ToArray();
        return times.Length == items.Count ? times : null;
    }
}
