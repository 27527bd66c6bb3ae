namespace Incidents.Import.Calendars;

/// <summary>What stands between a BEGIN and its END.</summary>
internal sealed class Component(string name, int line)
{
    public string Name { get; } = name;

    public int Line { get; } = line;

    public List<ContentLine> Fields { get; } = [];

    public List<Component> Parts { get; } = [];

    public ContentLine? Find(string name) => Fields.Find(field => field.Name == name);

    public IEnumerable<ContentLine> All(string name) => Fields.Where(field => field.Name == name);

    public bool Says(string name, string value) => Find(name)?.Value.Trim().Equals(value, StringComparison.OrdinalIgnoreCase) == true;

    /// <returns>The calendars of a file, as far as it can be taken apart; where it cannot, the problem is added and the rest is not read.</returns>
    public static IReadOnlyList<Component> Read(string text, List<CalendarProblem> problems)
    {
        var calendars = new List<Component>();
        var inside = new Stack<Component>();
        var last = 1;
        foreach (var line in ContentLines.Read(text))
        {
            last = line.Number;
            var name = line.Value.Trim().ToUpperInvariant();
            if (inside.Count == 0 && (line.Name != "BEGIN" || name != "VCALENDAR"))
            {
                problems.Add(new(line.Number, calendars.Count == 0 ? "This is no iCal file: it does not begin with BEGIN:VCALENDAR." : "What follows the calendar is none, and is not read."));
                return calendars;
            }

            switch (line.Name)
            {
                case "BEGIN":
                    var begun = new Component(name, line.Number);
                    (inside.TryPeek(out var outer) ? outer.Parts : calendars).Add(begun);
                    inside.Push(begun);
                    break;
                case "END" when inside.Peek().Name == name:
                    inside.Pop();
                    break;
                case "END":
                    problems.Add(new(line.Number, "This END has no BEGIN. What follows is not read; export the file again."));
                    Drop(inside);
                    return calendars;
                default:
                    inside.Peek().Fields.Add(line);
                    break;
            }
        }

        if (inside.Count > 0 || calendars.Count == 0)
        {
            problems.Add(new(last, "The file ends too early. Export it again."));
            Drop(inside);
        }

        return calendars;
    }

    /// <summary>What has no end may lack half of its fields, so it is not read; calendars around it are.</summary>
    private static void Drop(Stack<Component> open)
    {
        while (open.TryPop(out var inner))
        {
            if (open.TryPeek(out var outer))
            {
                outer.Parts.Remove(inner);
            }
        }
    }
}
