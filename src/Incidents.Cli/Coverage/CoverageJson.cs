using System.Text.Json;

namespace Incidents.Cli.Coverage;

/// <summary>A coverage report for programs.</summary>
internal static class CoverageJson
{
    public static void Write(CoverageReport report, Stream output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteStartObject("summary");
        json.WriteNumber("alarms", report.Alarms.Count);
        foreach (var wiring in Enum.GetValues<Wiring>())
        {
            json.WriteNumber(Name(wiring), report.Count(wiring));
        }

        json.WriteNumber("unclaimed", report.Alarms.Count(alarm => !alarm.Claimed));
        json.WriteNumber("withoutRunbook", report.Alarms.Count(alarm => alarm.Runbook is null));
        json.WriteEndObject();
        json.WriteStartArray("alarms");
        foreach (var alarm in report.Alarms)
        {
            Alarm(json, alarm, report.Topic);
        }

        json.WriteEndArray();
        Texts(json, "servicesByTags", report.ServicesByTags);
        Texts(json, "problems", report.Problems);
        json.WriteEndObject();
    }

    private static void Alarm(Utf8JsonWriter json, AlarmCoverage alarm, AlarmTopic topic)
    {
        json.WriteStartObject();
        json.WriteString("arn", alarm.Alarm.Arn.ToString());
        json.WriteString("name", alarm.Alarm.Name);
        json.WriteBoolean("composite", alarm.Alarm.IsComposite);
        json.WriteString("wiring", Name(alarm.Wiring));
        json.WriteBoolean("actionsEnabled", alarm.Alarm.ActionsEnabled);
        json.WriteString("through", alarm.Through);
        json.WriteString("service", alarm.Service.Value);
        json.WriteBoolean("claimed", alarm.Claimed);
        json.WriteString("severity", alarm.Severity.ToString());
        json.WriteString("runbook", alarm.Runbook);
        if (alarm.NeedsLines)
        {
            Texts(json, "cloudFormation", LinesToAdd.CloudFormation(alarm, topic));
            Texts(json, "terraform", LinesToAdd.Terraform(alarm, topic));
        }

        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static string Name(Wiring wiring) => JsonNamingPolicy.CamelCase.ConvertName(wiring.ToString());
}
