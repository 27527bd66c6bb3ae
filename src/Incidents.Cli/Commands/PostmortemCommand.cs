using System.CommandLine;
using Incidents.Adapters.DynamoDb;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;

namespace Incidents.Cli.Commands;

/// <summary>`incidents postmortem`: the draft that was written when an incident was resolved, as Markdown; of a stack in AWS from its table.</summary>
internal static class PostmortemCommand
{
    public static Command Create()
    {
        var number = Options.Number();
        var table = new Option<string?>("--table") { Description = "Reads it from a table in AWS, with the credentials the AWS command line uses (dynamodb:GetItem and Query); the stack's output TableName names it" };
        var region = new Option<string?>("--region") { Description = "Its region (else AWS_REGION or the profile's)" };
        var connection = new Connection();
        var command = new Command("postmortem", "Print the postmortem draft of an incident, as Markdown") { number, table, region };
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => parsed.GetValue(table) is { } name
            ? FromTable(parsed.GetValue(number)!, name, parsed.GetValue(region), cancellation)
            : connection.Run(parsed, async api =>
            {
                Print(await api.GetText($"api/v1/incidents/{Uri.EscapeDataString(parsed.GetValue(number)!)}/postmortem", cancellation), Console.Out);
                return 0;
            }));
        return command;
    }

    private static async Task<int> FromTable(string given, string table, string? region, CancellationToken cancellation)
    {
        if (!IncidentNumber.TryParse(given, out var number))
        {
            return Connection.Complain($"{given} is no incident: write it like INC-1 or 1");
        }

        try
        {
            using var client = DynamoDbClients.ForAwsFromOutside(region);
            return await Read(new DynamoIncidentStore(client, table, TimeProvider.System), number, Console.Out, cancellation);
        }
        catch (StoreUnavailableException unavailable)
        {
            return Connection.Complain(unavailable.Message);
        }
    }

    /// <summary>Prints the draft, or says why there is none.</summary>
    internal static async Task<int> Read(IIncidentStore store, IncidentNumber number, TextWriter output, CancellationToken cancellation)
    {
        if (await store.Postmortem(number, cancellation) is { } draft)
        {
            Print(draft, output);
            return 0;
        }

        return Connection.Complain(await store.Load(number, member: null, cancellation) is null
            ? $"there is no incident {number}"
            : $"{number} has no postmortem draft. One is written when an incident of its severity resolves.");
    }

    private static void Print(string draft, TextWriter output) => output.Write(draft.EndsWith('\n') ? draft : draft + "\n");
}
