using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Import.PagerDuty;

internal static class PagerDutyLayer
{
    private const int Hour = 3600;
    private const int Day = 24 * Hour;
    private const int Week = 7 * Day;

    /// <returns>Null for a layer that is over, or that cannot be read, which is noted.</returns>
    public static Layer? Read(ExportValue value, DateTimeZone zone, Instant at, string schedule, Draft draft)
    {
        var name = value.Text("name") ?? "Layer";
        var subject = $"{schedule}, layer {name}";
        var end = value.Instant("end");
        if (end <= at)
        {
            return null;
        }

        if (value.Instant("start") is not { } start || value.Number("rotation_turn_length_seconds") is not { } length || length <= 0)
        {
            return draft.Unmapped.LeaveOut<Layer>(subject, "start, rotation_turn_length_seconds", $"They cannot be read ({value.Place}); the layer is left out.", "Save the API's answer as it came, or write the layer by hand.");
        }

        Participant[] participants = [.. value.Items("users").Select(user => draft.Participant([(user.Find("user") ?? user).Text("id")]))];
        foreach (var vacant in value.Items("users").Zip(participants).Where(pair => pair.Second.IsVacant))
        {
            draft.Unmapped.LeaveOut(subject, "users", $"One is no user ({vacant.First.Place}); the turn is vacant.", "Write the person in its place.");
        }

        return new Layer
        {
            Name = name,
            Start = start,
            End = end,
            Participants = participants,
            Rotation = Turns(length, value.Instant("rotation_virtual_start") ?? start, start, zone, participants.Length, subject, draft),
            Restrictions = PagerDutyRestrictions.Read(value.Items("restrictions"), subject, draft),
        };
    }

    /// <summary>Whole weeks and days keep their clock time over clock changes; everything else is counted in hours.</summary>
    private static Rotation Turns(int seconds, Instant virtualStart, Instant start, DateTimeZone zone, int people, string subject, Draft draft)
    {
        if (seconds % Hour != 0)
        {
            draft.Unmapped.Add(subject, "rotation_turn_length_seconds", $"{seconds} seconds are no whole hours; {Math.Max(1, seconds / Hour)}h is written.", "Choose a length of whole hours.");
        }

        var (kind, unit) = seconds % Week == 0 ? (RotationKind.Weekly, Week) : seconds % Day == 0 ? (RotationKind.Daily, Day) : (RotationKind.Hourly, Hour);
        var turn = Math.Max(1, seconds / unit);
        var anchor = virtualStart.InZone(zone).LocalDateTime;
        if (anchor.Second != 0)
        {
            draft.Unmapped.Add(subject, "rotation_virtual_start", "It is not on a whole minute; the seconds are dropped.", "There is nothing to do.");
        }

        var local = new LocalDateTime(anchor.Year, anchor.Month, anchor.Day, anchor.Hour, anchor.Minute);
        return new Rotation { Kind = kind, Length = turn, Anchor = Earlier(local, start.InZone(zone).LocalDateTime, kind, turn * Math.Max(1, people)) };
    }

    /// <summary>An anchor lies at or before the layer's start; whole rounds earlier everybody has the same turns.</summary>
    private static LocalDateTime Earlier(LocalDateTime anchor, LocalDateTime start, RotationKind kind, int round)
    {
        while (anchor > start)
        {
            anchor = kind switch
            {
                RotationKind.Weekly => anchor.PlusWeeks(-round),
                RotationKind.Daily => anchor.PlusDays(-round),
                _ => anchor.PlusHours(-round),
            };
        }

        return anchor;
    }
}
