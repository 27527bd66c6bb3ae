using System.Text.Json;
using Incidents.Cli.Answers;

namespace Incidents.Cli.OnCall;

/// <summary>Times at which a person is on call and away, each with what to run to find cover.</summary>
internal static class ConflictLines
{
    public static IEnumerable<string> Of(JsonElement conflicts) => conflicts.EnumerateArray().SelectMany(conflict => conflict.GetProperty("cover").EnumerateArray()
        .Select(line => $"  {line.GetString()}")
        .Prepend($"warning: {conflict.GetProperty("person").GetProperty("name").GetString()} is on call on {IncidentLine.Text(conflict, "schedule")} from {IncidentLine.Text(conflict, "from")} to {IncidentLine.Text(conflict, "to")}, and away. Ask for cover, or name somebody:"));
}
