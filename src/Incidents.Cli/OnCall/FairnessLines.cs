using System.Globalization;
using System.Text.Json;
using Incidents.Cli.Answers;

namespace Incidents.Cli.OnCall;

/// <summary>What each person carries of a schedule, as a table.</summary>
internal static class FairnessLines
{
    public static IEnumerable<string> Of(JsonElement fairness)
    {
        var people = fairness.GetProperty("items").EnumerateArray().Select(item => (Name: item.GetProperty("person").GetProperty("name").GetString() ?? "", Load: item)).ToList();
        var width = people.Select(person => person.Name.Length).Append(12).Max();
        yield return $"{IncidentLine.Text(fairness, "schedule")}, {IncidentLine.Text(fairness, "from")} to {IncidentLine.Text(fairness, "to")}";
        yield return $"  {"".PadRight(width)} {"hours",9} {"nights",9} {"weekends",9} {"holidays",9}";
        foreach (var (name, load) in people)
        {
            yield return $"  {name.PadRight(width)} {Hours(load, "hours"),9} {Hours(load, "nightHours"),9} {Hours(load, "weekendHours"),9} {Hours(load, "holidayHours"),9}";
        }
    }

    private static string Hours(JsonElement load, string name) => load.GetProperty(name).GetDouble().ToString("0.##", CultureInfo.InvariantCulture);
}
