using System.Text.Json;
using NodaTime.Text;

namespace Incidents.Cli.Simulation;

/// <summary>A replay for programs.</summary>
internal static class SimulationJson
{
    public static void Write(SimulationReport report, Stream output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteNumber("alarms", report.Alarms);
        json.WriteNumber("incidents", report.Incidents);
        json.WriteString("from", InstantPattern.ExtendedIso.Format(report.Time.Start));
        json.WriteString("to", InstantPattern.ExtendedIso.Format(report.Time.End));
        json.WriteNumber("outOfHours", report.Pages.Count(p => p.OutOfHours));
        WriteAll(json, "pages", report.Pages, Page);
        WriteAll(json, "interruptions", report.Interruptions.SelectMany(person => person), Interruption);
        WriteAll(json, "byPerson", report.ByPerson, Count);
        WriteAll(json, "byService", report.ByService, Count);
        WriteAll(json, "byWeek", report.ByWeek, Count);
        WriteAll(json, "unmatched", report.Unmatched, (writer, unmatched) =>
        {
            writer.WriteString("alarm", unmatched.Alarm);
            writer.WriteNumber("times", unmatched.Times);
        });
        WriteAll(json, "problems", report.Problems, (writer, problem) => writer.WriteString("problem", problem));
        json.WriteEndObject();
    }

    private static void Page(Utf8JsonWriter json, SimulatedPage page)
    {
        json.WriteString("at", InstantPattern.ExtendedIso.Format(page.At));
        json.WriteString("incident", page.Incident.ToString());
        json.WriteString("service", page.Service.Value);
        json.WriteString("title", page.Title);
        json.WriteString("severity", page.Severity.ToString());
        json.WriteString("person", page.Person.Value);
        json.WriteString("name", page.Name);
        json.WriteString("channel", page.Channel);
        json.WriteNumber("step", page.Step);
        json.WriteNumber("round", page.Round);
        json.WriteBoolean("outOfHours", page.OutOfHours);
    }

    private static void Interruption(Utf8JsonWriter json, Interruption one)
    {
        json.WriteString("person", one.Person.Value);
        json.WriteString("name", one.Name);
        json.WriteString("from", InstantPattern.ExtendedIso.Format(one.From));
        json.WriteString("to", InstantPattern.ExtendedIso.Format(one.To));
        json.WriteBoolean("outOfHours", one.OutOfHours);
        json.WriteStartObject("messages");
        foreach (var (channel, count) in one.Channels)
        {
            json.WriteNumber(channel, count);
        }

        json.WriteEndObject();
    }

    private static void Count(Utf8JsonWriter json, PageCount count)
    {
        json.WriteString("of", count.Of);
        json.WriteNumber("pages", count.Pages);
        json.WriteNumber("outOfHours", count.OutOfHours);
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> fields)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            fields(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
