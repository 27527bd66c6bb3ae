namespace Incidents.Configuration.Authoring.Schema;

internal static class ScheduleForms
{
    private static readonly Kind People = new Kind.List(Kinds.Id);
    private static readonly Kind Participants = new Kind.List(new Kind.AnyOf(Kinds.Id, People, Kinds.Nothing));

    private static readonly Form Change = new(
        "participant_change",
        "From an instant on other people take turns. The hand-offs stay where they are, and so does whoever is on call.",
        new("at", Kinds.Instant, "When, in UTC.") { IsRequired = true },
        new("participants", Participants, "Who takes turns from then on.") { IsRequired = true });

    private static readonly IReadOnlyList<Key> Turns =
    [
        new("end", Kinds.Instant, "Nobody is on call from then on, in UTC."),
        new("on_call_count", new Kind.Number(1), "How many neighbours of the list are on call together.") { Usual = "1" },
        new("participants", Participants, "Who takes turns, in order: a person, a list of people who are on call together, or null for a turn nobody has.") { IsRequired = true },
        new("handoff", Kinds.HandOff, "With `rotation: weekly` and the like: when turns change, on the layer's clock; in a weekly rotation with the day."),
        new("rotation", RotationForms.Rotation, "How turns follow one another; null for everybody together.") { IsRequired = true },
        new("restrictions", new Kind.List(RotationForms.Restriction), "Only in these windows is anybody on call; always where there are none."),
        new("changes", new Kind.List(new Kind.Entry(Change)), "Changes of the participants, the earliest first."),
    ];

    private static readonly Form Layer = new(
        "layer",
        "One rotation of a schedule. Later layers go before earlier ones.",
        [
            new("name", Kinds.Text, "Unique in the schedule.") { IsRequired = true },
            new("start", Kinds.Instant, "Nobody is on call before, in UTC.") { IsRequired = true },
            new("time_zone", Kinds.Zone, "Whose clock its hand-offs and windows are read from; the schedule's where it is left out."),
            new("priority", new Kind.Number(), "The highest with anybody on call counts, equal ones add up; the position in the list where it is left out."),
            .. Turns,
        ]);

    private static readonly IReadOnlyList<Key> Span =
    [
        new("from", Kinds.Instant, "When it begins, in UTC.") { IsRequired = true },
        new("to", Kinds.Instant, "When it ends, in UTC.") { IsRequired = true },
        new("users", People, "The people it brings; [] for nobody.") { IsRequired = true },
        new("layer", Kinds.Text, "The name of the only layer it changes; the whole schedule where it is left out."),
    ];

    private static readonly Form Replace = new(
        "override_replace",
        "One person takes the place of another wherever that one is on call.",
        [
            new("kind", new Kind.Choice(["replace"]), "cover: these people instead of everybody; replace: one by another; add; remove.") { IsRequired = true },
            new("replaces", Kinds.Id, "The person whose place is taken.") { IsRequired = true },
            .. Span,
        ]);

    private static readonly Form Override = new(
        "override",
        "An exception that never moves the rotation.",
        [
            new("kind", new Kind.Choice(["cover", "add", "remove"]), "cover: these people instead of everybody; replace: one by another; add; remove.") { IsRequired = true },
            .. Span,
        ]);

    private static readonly IReadOnlyList<Key> Common =
    [
        new("name", Kinds.Text, "The name people read; the id where it is left out."),
        new("time_zone", Kinds.Zone, "Whose clock hand-offs and windows are read from: an IANA id.") { IsRequired = true },
        new("gaps", new Kind.Choice(["unwanted", "intended"]), "Whether `check` warns of times without anybody on call.") { Usual = "unwanted" },
        new("test_page_at", Kinds.Clock, "Whoever goes on call next gets a test page the last time it is this hour before their shift."),
        new("handoff_notice", Kinds.YesNo, "Whether the channel is told who takes over when a shift begins.") { Usual = "true" },
        new("overrides", new Kind.List(new Kind.AnyOf(new Kind.Entry(Override), new Kind.Entry(Replace))), "Exceptions, in the order they were made."),
    ];

    private static readonly Form Short = new(
        "schedule",
        "Who is on call when, as one rotation.",
        [
            .. Common,
            new("start", Kinds.Instant, "Nobody is on call before, in UTC; always in force where it is left out."),
            .. Turns,
        ]);

    private static readonly Form Layered = new(
        "layered_schedule",
        "Who is on call when, as several rotations.",
        [
            .. Common,
            new("layers", new Kind.List(new Kind.Entry(Layer)), "Rotations; later ones go before earlier ones where both have anybody on call.") { IsRequired = true },
        ]);

    public static Kind Schedule { get; } = new Kind.AnyOf(new Kind.Entry(Short), new Kind.Entry(Layered));
}
