using Incidents.Configuration.Sections;

namespace Incidents.Configuration.Authoring.Schema;

internal static class RotationForms
{
    private static readonly Kind Words = new Kind.Choice(RotationForm.Kinds);

    private static readonly Form Long = new(
        "rotation",
        "How turns follow one another, with all its settings.",
        new("kind", Words, "What a turn is counted in.") { IsRequired = true },
        new("length", new Kind.Number(1, 9000), "How many hours, days, weeks or months a turn has.") { Usual = "1" },
        new("handoff_time", Kinds.Clock, "When turns change, on the layer's clock; the time of its start where it is left out."),
        new("handoff_weekday", Kinds.Weekday, "In a weekly rotation: the day on which turns change; the day of its start where it is left out."),
        new("handoff_monthday", new Kind.Number(1, 31), "In a monthly rotation: the day on which turns change; beyond a month's end it is the month's last day."),
        new("days", Kinds.Weekdays, "In a daily rotation: only these days are counted."),
        new("anchor", Kinds.LocalMinute, "When turn 0 began, on the layer's clock; the last hand-off before the start where it is left out."),
        new("start_index", new Kind.Number(0), "Who of the participants has turn 0, counted from 0.") { Usual = "0" });

    private static readonly Form Daily = new(
        "daily_restriction",
        "A window that opens on each day, or on some days of the week.",
        new("type", new Kind.Choice(["daily"]), "Daily, or weekly for one window from a day to a later day.") { IsRequired = true },
        new("start", Kinds.Clock, "When it opens, on the layer's clock.") { IsRequired = true },
        new("end", Kinds.Clock, "When it closes; on the next day when it is not after the start.") { IsRequired = true },
        new("days", Kinds.Weekdays, "The days on which it opens; every day where it is left out."));

    private static readonly Form Weekly = new(
        "weekly_restriction",
        "One window a week, such as a weekend.",
        new("type", new Kind.Choice(["weekly"]), "Weekly, or daily for a window on each day.") { IsRequired = true },
        new("start_day", Kinds.Weekday, "The day on which it opens.") { IsRequired = true },
        new("start", Kinds.Clock, "When it opens, on the layer's clock.") { IsRequired = true },
        new("end_day", Kinds.Weekday, "The day on which it closes.") { IsRequired = true },
        new("end", Kinds.Clock, "When it closes.") { IsRequired = true });

    public static Kind Rotation { get; } = new Kind.AnyOf(Words, new Kind.Entry(Long), Kinds.Nothing);

    public static Kind Restriction { get; } = new Kind.AnyOf(new Kind.Entry(Daily), new Kind.Entry(Weekly));
}
