using System.CommandLine;
using Incidents.Adapters.Api;

namespace Incidents.Cli.Commands;

/// <summary>How a command finds the incident manager it talks to: the one `incidents up` runs, unless told otherwise.</summary>
/// <param name="data">The data directory's option, where the command reads it too.</param>
internal sealed class Connection(Option<DirectoryInfo> data)
{
    public Connection()
        : this(Options.Data())
    {
    }

    private readonly Option<Uri?> url = new("--url")
    {
        Description = "Address of the incident manager (else INCIDENTS_URL, else the one that runs on this data directory)",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(data);
        command.Options.Add(url);
    }

    /// <summary>Runs a command against it; what goes wrong becomes one line and exit code 1.</summary>
    public async Task<int> Run(ParseResult parsed, Func<IncidentsApi, Task<int>> command)
    {
        var folder = new DataDirectory(parsed.GetValue(data)!);
        var address = parsed.GetValue(url) ?? FromEnvironment("INCIDENTS_URL") ?? folder.RunningAt();
        var token = Environment.GetEnvironmentVariable("INCIDENTS_TOKEN") ?? folder.Token();
        if (address is null || token is null)
        {
            return Complain($"nothing runs on {folder.Path}: start it with `./incidents up`, or name another with --url and INCIDENTS_TOKEN");
        }

        try
        {
            using var api = new IncidentsApi(address, token);
            var who = parsed.CommandResult.Command.Options.OfType<WhoActs>().FirstOrDefault();
            await (who?.Find(parsed, folder, api, CancellationToken.None) ?? Task.CompletedTask);
            var code = await command(api);
            if (code == 0)
            {
                who?.Remark(parsed);
            }

            return code;
        }
        catch (ApiUnreachableException)
        {
            return Complain($"no answer from {address}: is `./incidents up` running?");
        }
        catch (ApiRefusedException refused)
        {
            return Complain(refused.Message);
        }
    }

    public static int Complain(string problem)
    {
        Console.Error.WriteLine($"incidents: {problem}");
        return 1;
    }

    private static Uri? FromEnvironment(string name) =>
        Uri.TryCreate(Environment.GetEnvironmentVariable(name), UriKind.Absolute, out var address) ? address : null;
}
