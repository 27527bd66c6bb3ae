using Incidents.Configuration.Yaml;
using Incidents.Domain.OnCall;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Configuration.Sections;

/// <summary>
/// How turns follow one another: a set of keys, null for everybody together, or in short `rotation: weekly` with
/// `handoff: MO 09:00` beside it.
/// </summary>
internal static class RotationForm
{
    private const string Example = "Write hourly, daily, weekly or monthly, or null for everybody together.";

    public static readonly IReadOnlyList<string> Kinds = ["hourly", "daily", "weekly", "monthly"];

    public static bool TryRead(YamlObject layer, out Rotation? rotation)
    {
        rotation = null;
        var handoff = layer.Find("handoff");
        if (layer.FindOrNothing("rotation") is { IsNull: true })
        {
            return true;
        }

        if (layer.Require("rotation", Example) is not { } value)
        {
            return false;
        }

        if (handoff is not null && value.IsObject)
        {
            handoff.Error("`handoff` goes with the short form. Write `handoff_time` and `handoff_weekday` in `rotation`.");
        }

        rotation = value.IsObject ? ReadLong(value) : ReadKind(value) is { } kind ? WithHandoff(new Rotation { Kind = kind }, handoff) : null;
        return rotation is not null;
    }

    private static Rotation? ReadLong(YamlValue value)
    {
        var entry = value.Object(Example)!;
        var kind = entry.Require("kind", "Write hourly, daily, weekly or monthly.") is { } word ? ReadKind(word) : null;
        var rotation = new Rotation
        {
            Kind = kind ?? RotationKind.Weekly,
            Length = entry.Find("length")?.Integer() ?? 1,
            HandoffTime = entry.Find("handoff_time")?.ClockTime(),
            HandoffWeekday = entry.Find("handoff_weekday")?.Weekday(),
            HandoffMonthday = entry.Find("handoff_monthday")?.Integer(),
            Days = entry.Find("days")?.ListOfWeekdays() ?? [],
            Anchor = entry.Find("anchor")?.LocalDateTime(),
            StartIndex = entry.Find("start_index")?.Integer() ?? 0,
        };
        entry.RefuseOthers();
        return kind is null ? null : rotation;
    }

    private static Rotation? WithHandoff(Rotation rotation, YamlValue? handoff)
    {
        if (handoff?.Text() is not { } text)
        {
            return rotation;
        }

        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var time = LocalTimePattern.CreateWithInvariantCulture("HH':'mm").Parse(parts[^1]);
        var day = parts.Length == 2 ? YamlTimes.ParseWeekday(parts[0]) : null;
        var dayFits = parts.Length == 1 || (parts.Length == 2 && day is not null && rotation.Kind == RotationKind.Weekly);
        return time.Success && dayFits
            ? rotation with { HandoffTime = time.Value, HandoffWeekday = day }
            : YamlTimes.IsEndOfDay(parts is [.., var end] ? end : "") ? handoff.Refuse<Rotation>($"`handoff` cannot be {text.Quoted()}. Write 00:00 of the day that begins then.")
            : handoff.Refuse<Rotation>($"`handoff` cannot be {text.Quoted()}. Write a clock time such as 09:00, in a weekly rotation with the day: MO 09:00.");
    }

    private static RotationKind? ReadKind(YamlValue value) => value.Word(Kinds) switch
    {
        "hourly" => RotationKind.Hourly,
        "daily" => RotationKind.Daily,
        "weekly" => RotationKind.Weekly,
        "monthly" => RotationKind.Monthly,
        _ => null,
    };
}
