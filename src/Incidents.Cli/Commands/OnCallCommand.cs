using System.CommandLine;
using System.Text.Json;

namespace Incidents.Cli.Commands;

/// <summary>`incidents oncall`: who is on call now, and who takes over.</summary>
internal static class OnCallCommand
{
    public static Command Create()
    {
        var connection = new Connection();
        var command = new Command("oncall", "Who is on call now");
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => connection.Run(parsed, async api =>
        {
            var schedules = await api.Get("api/v1/oncall", cancellation);
            foreach (var item in schedules.GetProperty("items").EnumerateArray())
            {
                Console.WriteLine($"{IncidentLine.Text(item, "name"),-24} {Names(item, "onCall"),-24} until {IncidentLine.Text(item, "until"),-21} then {Names(item, "next")}");
            }

            return 0;
        }));
        return command;
    }

    private static string Names(JsonElement item, string property)
    {
        var names = item.GetProperty(property).EnumerateArray().Select(p => IncidentLine.Text(p, "name")).ToList();
        return names.Count == 0 ? "nobody" : string.Join(", ", names);
    }
}
