using System.Text.Json;
using Incidents.Domain.Configuration;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Cli.Checking;

/// <summary>A check for programs.</summary>
internal static class CheckJson
{
    public static void Write(CheckReport report, Stream output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("verdict", report.Verdict);
        json.WriteStartArray("problems");
        foreach (var problem in report.Problems)
        {
            Problem(json, problem);
        }

        json.WriteEndArray();
        json.WriteStartArray("services");
        foreach (var service in report.Services)
        {
            json.WriteStartObject();
            json.WriteString("service", service.Service.Value);
            Intervals(json, "onlyCatchAll", service.OnlyCatchAll);
            Intervals(json, "nobody", service.Nobody);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Alarms(json, report.Alarms);
        json.WriteEndObject();
    }

    private static void Problem(Utf8JsonWriter json, ConfigurationProblem problem)
    {
        json.WriteStartObject();
        json.WriteString("file", problem.Place.File);
        json.WriteNumber("line", problem.Place.Line);
        json.WriteNumber("column", problem.Place.Column);
        json.WriteString("level", problem.Level);
        json.WriteString("message", problem.Message);
        json.WriteEndObject();
    }

    private static void Intervals(Utf8JsonWriter json, string name, IReadOnlyList<Interval> intervals)
    {
        json.WriteStartObject(name);
        json.WriteNumber("minutes", Staffing.Minutes(intervals));
        json.WriteStartArray("intervals");
        foreach (var interval in intervals)
        {
            json.WriteStartObject();
            json.WriteString("from", InstantPattern.General.Format(interval.Start));
            json.WriteString("to", InstantPattern.General.Format(interval.End));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Alarms(Utf8JsonWriter json, ClaimedAlarms? alarms)
    {
        if (alarms is null)
        {
            return;
        }

        json.WriteStartObject("alarms");
        json.WriteNumber("known", alarms.All.Names.Count);
        Texts(json, "unclaimed", alarms.Unclaimed);
        json.WriteStartArray("severalAccounts");
        foreach (var pattern in alarms.Shared)
        {
            json.WriteStartObject();
            json.WriteString("service", pattern.Service);
            json.WriteString("pattern", pattern.Pattern);
            Texts(json, "accounts", pattern.Accounts);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Texts(json, "unusable", alarms.All.Unusable);
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
