namespace Incidents.Import;

/// <summary>The one number a person here has, out of those of an export.</summary>
internal static class Phones
{
    /// <param name="numbers">In the order of the export, each with the value it stands in.</param>
    /// <returns>The first that is certain. What is not, and what was dropped, is noted.</returns>
    public static string? First(IEnumerable<(PhoneReading Reading, ExportValue At)> numbers, string subject, string field, Draft draft)
    {
        var read = numbers.ToList();
        foreach (var (reading, at) in read.Where(one => one.Reading.Problem is not null).DistinctBy(one => one.Reading))
        {
            draft.Unmapped.Add(subject, field, $"About a phone number ({at.Place}): {reading.Problem}", reading.Number is null ? "Add `phone:` with `+` and the country code." : "Change `phone:` if they are not reached by what is written.");
        }

        var usable = read.Select(one => one.Reading.Number).OfType<string>().Distinct().ToList();
        if (usable.Count > 1)
        {
            draft.Unmapped.Add(subject, field, $"They have {usable.Count} phone numbers and a person here has one; the first is written.", "Change `phone:` if another is better.");
        }

        return usable.FirstOrDefault();
    }
}
