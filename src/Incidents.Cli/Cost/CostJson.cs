using System.Text.Json;

namespace Incidents.Cli.Cost;

/// <summary>A cost report for programs; amounts in US dollars a month.</summary>
internal static class CostJson
{
    public static void Write(CostReport report, Stream output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("region", report.Prices.Region);
        json.WriteString("pricesCompiled", report.Prices.Compiled);
        json.WriteNumber("alarms", report.Alarms);
        json.WriteNumber("idleAtList", report.ListIdle);
        json.WriteNumber("idleAfterFreeTier", report.FreeIdle);
        json.WriteNumber("alarmsAtList", report.ListBusy);
        json.WriteNumber("alarmsAfterFreeTier", report.FreeBusy);
        json.WriteBoolean("idleGoalMet", report.IsWithinGoal);
        json.WriteStartArray("items");
        foreach (var line in report.Lines)
        {
            json.WriteStartObject();
            json.WriteString("item", line.Item);
            json.WriteNumber("idleUnits", line.Idle);
            json.WriteNumber("alarmUnits", line.Busy);
            json.WriteNumber("idleAtList", line.ListIdle);
            json.WriteNumber("idleAfterFreeTier", line.FreeIdle);
            json.WriteString("source", line.Price.Source);
            json.WriteString("sourceDate", line.Price.Date);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("seats");
        foreach (var seat in report.Prices.Seats)
        {
            json.WriteStartObject();
            json.WriteString("product", seat.Product);
            json.WriteNumber("usdPerSeat", seat.Usd);
            json.WriteString("terms", seat.Terms);
            json.WriteString("source", seat.Source);
            json.WriteString("sourceDate", seat.Date);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
