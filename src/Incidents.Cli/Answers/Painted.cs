using System.Text.Json;
using Incidents.Cli.Terminal;
using Incidents.Domain.Configuration;

namespace Incidents.Cli.Answers;

/// <summary>The words that matter at three in the morning, each with its colour.</summary>
internal static class Painted
{
    /// <summary>`Sev1`, as a column.</summary>
    public static StyledText Severity(JsonElement incident, int width = 0) => IncidentLine.Text(incident, "severity") is var severity
        ? StyledText.Of(severity.PadRight(width), severity switch { "Sev1" => Colour.Red, "Sev2" => Colour.Yellow, _ => null })
        : "";

    /// <summary>`triggered`, as a column.</summary>
    public static StyledText Status(JsonElement incident, int width = 0) => StyledText.Of(IncidentLine.Text(incident, "status").PadRight(width), OfStatus(incident));

    public static Colour? OfStatus(JsonElement incident) => IncidentLine.Text(incident, "status") switch
    {
        "triggered" => Colour.Red,
        "acknowledged" => Colour.Yellow,
        "resolved" => Colour.Green,
        _ => null,
    };

    /// <summary>`ALARM`, as a column.</summary>
    public static StyledText AlarmState(JsonElement alarm, int width) =>
        StyledText.Of(IncidentLine.Text(alarm, "state").PadRight(width), alarm.TryGetProperty("firing", out var firing) && firing.ValueKind == JsonValueKind.True ? Colour.Red : Colour.Green);

    public static Colour? OfPage(string state) => state switch
    {
        "sent" => Colour.Green,
        "failed" => Colour.Red,
        "unknown" or "waiting" => Colour.Yellow,
        "dropped" => Colour.Grey,
        _ => null,
    };

    /// <summary>`file:line:column: error: message`.</summary>
    public static StyledText Problem(ConfigurationProblem problem) =>
        $"{problem.Place}: " + StyledText.Of(problem.Level, problem.IsNote ? Colour.Cyan : problem.IsWarning ? Colour.Yellow : Colour.Red) + $": {problem.Message}";
}
