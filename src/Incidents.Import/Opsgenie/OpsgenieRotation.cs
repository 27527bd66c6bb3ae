using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Import.Opsgenie;

internal static class OpsgenieRotation
{
    /// <returns>Null for a rotation that is over, or that cannot be read, which is noted.</returns>
    public static Layer? Read(ExportValue value, DateTimeZone zone, Instant at, string schedule, OpsgenieParties parties, Draft draft)
    {
        var name = value.Text("name") ?? "Rotation";
        var subject = $"{schedule}, rotation {name}";
        var end = value.Instant("endDate");
        if (end <= at)
        {
            return null;
        }

        RotationKind? kind = value.Text("type") switch
        {
            "hourly" => RotationKind.Hourly,
            "daily" => RotationKind.Daily,
            "weekly" => RotationKind.Weekly,
            _ => null,
        };
        if (value.Instant("startDate") is not { } start || kind is not { } unit)
        {
            return draft.Unmapped.LeaveOut<Layer>(subject, "startDate, type", $"They cannot be read ({value.Place}); the rotation is left out.", "Write the layer by hand.");
        }

        return new Layer
        {
            Name = name,
            Priority = 0,
            Start = start,
            End = end,
            Participants = [.. value.Items("participants").Select(party => new Participant(parties.Who(party, subject)))],
            Rotation = new Rotation { Kind = unit, Length = Math.Max(1, value.Number("length") ?? 1) },
            Restrictions = value.Find("timeRestriction") is { } restriction ? Windows(restriction, subject, draft) : [],
        };
    }

    private static IReadOnlyList<Restriction> Windows(ExportValue value, string subject, Draft draft) => value.Text("type") switch
    {
        "time-of-day" when value.Find("restriction") is { } window => [new Restriction.Daily(Clock(window, "start"), Clock(window, "end"))],
        "weekday-and-time-of-day" => [.. value.Items("restrictions").Select(window => Weekly(window, subject, draft)).OfType<Restriction>()],
        var type => draft.Unmapped.LeaveOut<IReadOnlyList<Restriction>>(subject, "timeRestriction", $"\"{type}\" is unknown, so the rotation is not restricted.", "Add `restrictions:` by hand.") ?? [],
    };

    private static Restriction.Weekly? Weekly(ExportValue window, string subject, Draft draft) =>
        Day(window.Text("startDay")) is { } from && Day(window.Text("endDay")) is { } to
            ? new Restriction.Weekly(from, Clock(window, "start"), to, Clock(window, "end"))
            : draft.Unmapped.LeaveOut<Restriction.Weekly>(subject, "timeRestriction", $"A window cannot be read ({window.Place}).", "Add it by hand.");

    /// <summary>24:00 is the midnight that ends the day, which as the end of a window is 00:00.</summary>
    private static LocalTime Clock(ExportValue window, string edge) =>
        new(Math.Clamp(window.Number($"{edge}Hour") ?? 0, 0, 24) % 24, Math.Clamp(window.Number($"{edge}Min") ?? 0, 0, 59));

    private static IsoDayOfWeek? Day(string? name) => Enum.TryParse<IsoDayOfWeek>(name, ignoreCase: true, out var day) && day != IsoDayOfWeek.None ? day : null;
}
