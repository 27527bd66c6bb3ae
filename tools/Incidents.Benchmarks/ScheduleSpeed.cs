using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Incidents.Application.Schedules.Preview;
using Incidents.Domain;
using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Benchmarks;

/// <summary>The schedule engine: four layers of twenty people with restrictions, and fifty overrides.</summary>
internal static class ScheduleSpeed
{
    private const int People = 20;
    private const int Layers = 4;
    private const int Overrides = 50;

    private static readonly Instant Anchor = Instant.FromUtc(2026, 1, 5, 8, 0);

    public static IEnumerable<string> Rows()
    {
        var schedule = Large();
        var calendar = new OnCallCalendar(schedule);
        var year = Measure(60, _ => calendar.Segments(Anchor, Anchor + Duration.FromDays(365)).Count);
        yield return $"one year of segments:   p50 {Milliseconds(year, 50)} ms, p99 {Milliseconds(year, 99)} ms ({calendar.Segments(Anchor, Anchor + Duration.FromDays(365)).Count} segments, {Layers} layers x {People} people, {Overrides} overrides)";

        var (early, late) = Points(calendar, Anchor, Anchor + Duration.FromDays(365 * 20));
        yield return $"who is on call:         {early:F1} us in the first days, {late:F1} us after 20 years (ratio {late / early:F2})";

        var question = Encoding.UTF8.GetBytes(Written());
        var preview = Measure(200, _ => Preview(question));
        yield return $"preview of a year:      p50 {Milliseconds(preview, 50)} ms, p99 {Milliseconds(preview, 99)} ms (read, checked and expanded)";
    }

    private static int Preview(byte[] question)
    {
        using var body = JsonDocument.Parse(question);
        return ScheduleQuestion.Read(body.RootElement) is ScheduleQuestion.Asked { Schedule: { } schedule, Query: ScheduleQuery.Segments(var from, var to) }
            ? new OnCallCalendar(schedule).Segments(from, to).Count
            : throw new InvalidOperationException("The bench's own schedule is refused.");
    }

    /// <summary>Microseconds for one question, the best of many short rounds taken in turn: what disturbs a round is not the engine's.</summary>
    private static (double Early, double Late) Points(OnCallCalendar calendar, Instant early, Instant late)
    {
        const int Questions = 200;
        var (first, second) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 0; round < 300; round++)
        {
            first.Add(Ask(early));
            second.Add(Ask(late));
        }

        return (first.Min().TotalMicroseconds / Questions, second.Min().TotalMicroseconds / Questions);

        TimeSpan Ask(Instant from)
        {
            var started = Stopwatch.GetTimestamp();
            for (var i = 0; i < Questions; i++)
            {
                calendar.WhoIsOnCall(from + Duration.FromMinutes(47 * i));
            }

            return Stopwatch.GetElapsedTime(started);
        }
    }

    private static List<TimeSpan> Measure(int rounds, Func<int, int> work)
    {
        for (var i = 0; i < rounds; i++)
        {
            work(i);
        }

        var times = new List<TimeSpan>();
        for (var i = 0; i < rounds; i++)
        {
            var started = Stopwatch.GetTimestamp();
            work(i);
            times.Add(Stopwatch.GetElapsedTime(started));
        }

        times.Sort();
        return times;
    }

    private static string Milliseconds(List<TimeSpan> times, int percent) => $"{times[times.Count * percent / 100].TotalMilliseconds:F2}";

    private static Schedule Large() => new()
    {
        Id = new ScheduleId("bench"),
        Name = "bench",
        TimeZone = ZoneIds.Find("Europe/Berlin")!,
        Layers = [.. Enumerable.Range(0, Layers).Select(layer => new Layer
        {
            Name = $"layer {layer}",
            Start = Anchor,
            Participants = [.. Enumerable.Range(0, People).Select(person => Participant.Person($"p{layer}-{person}"))],
            Rotation = new Rotation { Kind = layer % 2 == 0 ? RotationKind.Daily : RotationKind.Weekly },
            Restrictions = layer == 0 ? [] : [new Restriction.Daily(new LocalTime(4 + (4 * layer), 0), new LocalTime(10 + (4 * layer), 0))],
        })],
        Overrides = [.. Enumerable.Range(0, Overrides).Select(i => new Override
        {
            Kind = (OverrideKind)(i % 4),
            From = Anchor + Duration.FromDays(7 * i),
            To = Anchor + Duration.FromDays((7 * i) + 3),
            Users = Domain.OnCall.PersonSet.Named($"p0-{i % People}"),
            Replaces = i % 4 == (int)OverrideKind.Replace ? new PersonId($"p1-{i % People}") : null,
            Layer = i % 3 == 0 ? "layer 2" : null,
        })],
    };

    /// <summary>The same schedule and a year of it, as the API is asked.</summary>
    private static string Written()
    {
        var schedule = Large();
        var layers = schedule.Layers.Select((layer, number) => $$"""
            {"name":"{{layer.Name}}","start":"2026-01-05T08:00:00Z","participants":[{{string.Join(",", layer.Participants.Select(p => $"\"{p}\""))}}],
             "rotation":{"kind":"{{(number % 2 == 0 ? "daily" : "weekly")}}"},
             "restrictions":[{{Window(number)}}]}
            """);
        var overrides = schedule.Overrides.Select(one => $$"""
            { "kind": "{{one.Kind.ToString().ToLowerInvariant()}}", "from": "{{one.From}}", "to": "{{one.To}}", "users": ["{{one.Users}}"],
              "replaces": {{Quoted(one.Replaces?.Value)}}, "layer": {{Quoted(one.Layer)}} }
            """);
        return $$"""
            {"schedule":{"time_zone":"Europe/Berlin","layers":[{{string.Join(",", layers)}}],"overrides":[{{string.Join(",", overrides)}}]},
             "query":{"type":"segments","from":"2026-01-05T08:00:00Z","to":"2027-01-05T08:00:00Z"} }
            """;
    }

    private static string Window(int layer) =>
        layer == 0 ? "" : $$"""{ "type": "daily", "start": "{{4 + (4 * layer):D2}}:00", "end": "{{10 + (4 * layer):D2}}:00" }""";

    private static string Quoted(string? text) => text is null ? "null" : $"\"{text}\"";
}
