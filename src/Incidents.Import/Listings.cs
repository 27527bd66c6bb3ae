namespace Incidents.Import;

internal static class Listings
{
    /// <summary>One value for each object: of a short form in a listing and its full form the full one, told by its length.</summary>
    public static IReadOnlyList<ExportValue> Fullest(this IEnumerable<ExportValue> values, string key) =>
    [
        .. values.Where(value => value.Text(key) is not null)
            .GroupBy(value => value.Text(key)!)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => same.MaxBy(value => value.Element.GetRawText().Length)),
    ];

    /// <summary>Notes those that <see cref="Fullest"/> leaves out, for nothing else could name them.</summary>
    public static void NoteThoseWithout(this IEnumerable<ExportValue> values, string key, UnmappedList unmapped)
    {
        foreach (var value in values.Where(value => value.Text(key) is null))
        {
            unmapped.LeaveOut(value.Place, key, "It has none and is left out.", "Save the API's answer as it came.");
        }
    }

    /// <summary>Every object of a document, however deep.</summary>
    public static IEnumerable<ExportValue> Within(this ExportValue value)
    {
        var (file, path) = (value.File, value.Path);
        if (value.IsObject)
        {
            return value.Element.EnumerateObject().SelectMany(property => new ExportValue(property.Value, file, $"{path}.{property.Name}").Within()).Prepend(value);
        }

        return value.Items().SelectMany(item => item.Within());
    }
}
