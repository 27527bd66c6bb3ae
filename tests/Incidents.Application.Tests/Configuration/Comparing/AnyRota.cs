using Incidents.Domain.OnCall;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Application.Tests.Configuration.Comparing;

/// <summary>A schedule of one rotation out of a random number, and an edit of its participants.</summary>
internal sealed record AnyRota(string Zone, string Rotation, int Count, Instant Start, string Restrictions, bool IsShort, string Participants, string Edited)
{
    private static readonly string[] Names = ["ada", "bea", "cy", "dan", "eva", "fay"];

    public static readonly string People = $"""
        people:
        {string.Join('\n', Names.Select((name, index) => $"  {name}: {{ name: {name}, slack: U0NAME000{index} }}"))}
        catch_all:
          targets: [person: ada]

        """;

    public static AnyRota Of(Random random)
    {
        string[] kinds = ["hourly", "daily", "daily", "weekly", "weekly", "monthly"];
        var kind = kinds[random.Next(kinds.Length)];
        var clock = $"{random.Next(24):00}:{Pick("00", "30")}";
        var rotation = $"kind: {kind}, length: {Pick("1", "1", "2", "3")}, handoff_time: {clock}" + kind switch
        {
            "weekly" => $", handoff_weekday: {Pick("MO", "FR", "SU")}",
            "monthly" => $", handoff_monthday: {Pick("1", "15", "31")}",
            "daily" => Pick("", "", ", days: [MO, TU, WE, TH, FR]", ", days: [FR]"),
            _ => "",
        };
        return new(
            Pick("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "Asia/Kathmandu", "Etc/UTC"),
            rotation,
            random.Next(4) == 0 ? 2 : 1,
            Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromMinutes(random.Next(60 * 24 * 90)),
            Pick("[]", "[]", "[{ type: daily, start: 20:00, end: 08:00 }]", "[{ type: daily, start: 08:00, end: 18:00, days: [MO, TU, WE, TH, FR] }]", "[{ type: weekly, start_day: FR, start: 18:00, end_day: MO, end: 08:00 }]"),
            random.Next(2) == 0,
            List(),
            List());

        string Pick(params string[] some) => some[random.Next(some.Length)];

        string List()
        {
            var names = Names.OrderBy(_ => random.Next()).Take(1 + random.Next(Names.Length)).ToList();
            if (names.Count > 2 && random.Next(4) == 0)
            {
                names = [$"[{names[0]}, {names[1]}]", .. names.Skip(2)];
            }

            return $"[{string.Join(", ", random.Next(6) == 0 ? names.Append("null") : names)}]";
        }
    }

    public string Yaml(string participants) => IsShort
        ? $$"""
            schedules:
              any:
                time_zone: {{Zone}}
                start: {{InstantPattern.General.Format(Start)}}
                rotation: { {{Rotation}} }
                on_call_count: {{Count}}
                restrictions: {{Restrictions}}
                participants: {{participants}}
            """
        : $$"""
            schedules:
              any:
                time_zone: Etc/UTC
                layers:
                  - { name: below, start: 2020-01-01T00:00:00Z, rotation: { kind: daily, handoff_time: 12:00 }, participants: [ada, fay] }
                  - name: above
                    time_zone: {{Zone}}
                    start: {{InstantPattern.General.Format(Start)}}
                    rotation: { {{Rotation}} }
                    on_call_count: {{Count}}
                    restrictions: {{Restrictions}}
                    participants: {{participants}}
            """;

    /// <summary>Whether from an instant on a list is had in its order, turn by turn, whoever begins.</summary>
    public static bool TakesTurns(Schedule schedule, IReadOnlyList<Participant> list, Instant from)
    {
        var to = from + Duration.FromDays(schedule.Layers[^1].Rotation!.Kind == RotationKind.Hourly ? 10 : 500);
        var layer = schedule.Layers[^1] with { Restrictions = [] };
        var calendar = new OnCallCalendar(schedule with { Layers = [layer] });
        var turns = Turns(schedule, layer, from, to);
        return Enumerable.Range(0, list.Count).Any(first => turns.All(turn => calendar.WhoIsOnCall(turn.From).Equals(Share(first + (turn.Number * layer.OnCallCount)))));

        PersonSet Share(int first) => Enumerable.Range(0, Math.Min(layer.OnCallCount, list.Count))
            .Aggregate(Domain.OnCall.PersonSet.Nobody, (people, slot) => people.With(list[(first + slot) % list.Count].People));
    }

    /// <summary>The turns of a layer, counted from the first of the window: those of many people of whom each has one.</summary>
    private static List<(Instant From, int Number)> Turns(Schedule schedule, Layer layer, Instant from, Instant to)
    {
        const int many = 97;
        var marked = layer with { Participants = [.. Enumerable.Range(0, many).Select(number => Participant.Person($"{number}"))], OnCallCount = 1, Changes = [] };
        var turns = new List<(Instant From, int Number)>();
        var (number, last) = (0, -1);
        foreach (var segment in new OnCallCalendar(schedule with { Layers = [marked] }).Segments(from, to))
        {
            var mark = int.Parse(segment.People.Single().Value, System.Globalization.CultureInfo.InvariantCulture);
            number += last < 0 ? 0 : (mark - last + many) % many;
            last = mark;
            turns.Add((segment.From, number));
        }

        return turns;
    }
}
