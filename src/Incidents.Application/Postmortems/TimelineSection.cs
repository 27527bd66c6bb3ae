namespace Incidents.Application.Postmortems;

/// <summary>The story as it happened, day by day in UTC.</summary>
internal static class TimelineSection
{
    // A storm of alarms may make thousands of entries; how it began and how it ended is what people discuss.
    private const int FirstEntries = 200;
    private const int LastEntries = 100;

    public static void Write(IReadOnlyList<PostmortemEntry> entries, PostmortemText text)
    {
        text.Heading("Timeline (UTC)");
        var left = entries.Count - FirstEntries - LastEntries;
        var day = "";
        for (var i = 0; i < entries.Count; i++)
        {
            if (left > 0 && i == FirstEntries)
            {
                text.Line($"- … {left} entries are left out here; the incident's page has them all");
                i += left;
            }

            if (entries[i].At.Date() != day)
            {
                day = entries[i].At.Date();
                text.Gap();
                text.Line($"**{day}**");
                text.Gap();
            }

            text.Line(Entry(entries[i], text));
        }
    }

    private static string Entry(PostmortemEntry entry, PostmortemText text) =>
        $"- {entry.At.Time()} {text.Safe(Capitalised(entry.Text))}{(entry.By is { } role ? $" ({role.InWords()})" : "")}";

    private static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
