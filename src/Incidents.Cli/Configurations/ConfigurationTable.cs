using System.CommandLine;
using Incidents.Adapters.Aws;
using Incidents.Adapters.CommandLine.Embedded;
using Incidents.Adapters.CommandLine.Inspection;
using Incidents.Adapters.DynamoDb.Configurations;
using Incidents.Adapters.DynamoDb.Overrides;
using Incidents.Adapters.DynamoDb.Schema;
using Incidents.Application.Configuration.Versions.Forgetting;
using Incidents.Application.Overrides;
using Incidents.Application.Store;
using Incidents.Cli.Answers;
using Incidents.Cli.Connections;
using Incidents.Cli.Stacks;
using Incidents.Cli.Up;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Configurations;

/// <summary>How a command finds the table with the configurations: in AWS, or that of a data directory, whether `up` runs on it or not.</summary>
internal sealed class ConfigurationTable
{
    private readonly Option<DirectoryInfo> data = Options.Data();
    private readonly StackOptions stack = new();

    public void AddTo(Command command)
    {
        command.Options.Add(new JsonOption());
        command.Options.Add(data);
        stack.AddTo(command);
    }

    /// <summary>Runs a command against it; what goes wrong becomes one line and an exit code.</summary>
    public async Task<int> Run(ParseResult parsed, Func<IConfigurationArchive, IOverrideStore, Task<int>> command, CancellationToken cancellation)
    {
        try
        {
            if (stack.AreGiven(parsed))
            {
                var (found, code) = await stack.Find(parsed, cancellation);
                if (found is null)
                {
                    return code;
                }

                using var table = found;
                using var client = DynamoDbClients.ForAwsFromOutside(table.Region, AwsService.DynamoDb.Elsewhere(parsed.Host.Variable), parsed.Host.Keys);
                return await command(new DynamoConfigurationStore(client, table.Name, parsed.Host.Clock), new DynamoOverrideStore(client, table.Name, parsed.Host.Clock));
            }

            return await Locally(parsed.Host, new DataDirectory(parsed.GetValue(data)!), command, cancellation);
        }
        catch (UnreportedException unreported)
        {
            return AwsSession.Complain(parsed.Host, unreported);
        }
        catch (StoreUnavailableException unavailable)
        {
            return StackApiHost.Complain(parsed.Host, unavailable);
        }
        catch (Exception problem) when (problem is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return Complaint.Refused(parsed.Host, problem.Message);
        }
    }

    /// <summary>The ARN whose credentials reach the table in AWS. A failure to learn it is printed and recorded as null, and does not stop the change.</summary>
    /// <returns>Null where AWS does not tell, and for a data directory, which has none.</returns>
    public async Task<string?> Caller(ParseResult parsed, CancellationToken cancellation)
    {
        if (!stack.AreGiven(parsed) || stack.Region(parsed) is not { Problem: null, Region: var where })
        {
            return null;
        }

        try
        {
            using var account = AwsSession.Account(parsed.Host, where);
            return (await new CallerIdentity(account).Ask(cancellation)).Arn;
        }
        catch (UnreportedException unreported)
        {
            Complaint.Remark(parsed.Host, $"whose credentials these are is not known, so --as alone is recorded ({UnreportedProblem.Of(unreported)})");
            return null;
        }
    }

    private static async Task<int> Locally(CommandHost host, DataDirectory folder, Func<IConfigurationArchive, IOverrideStore, Task<int>> command, CancellationToken cancellation)
    {
        folder.Create();
        if (Claim(folder) is not { } claim)
        {
            return folder.StoreAt() is { } running
                ? await On(host, running, command, cancellation)
                : Complaint.Refused(host, $"{folder.Path} is in use by an `incidents up` that does not say where its store is: start it again");
        }

        await using (claim)
        {
            await using var store = await DynoxideServer.Start(DynoxideBinary.FindAbove(AppContext.BaseDirectory), folder.Store, cancellation);
            return await On(host, store.Endpoint, command, cancellation);
        }
    }

    private static async Task<int> On(CommandHost host, Uri endpoint, Func<IConfigurationArchive, IOverrideStore, Task<int>> command, CancellationToken cancellation)
    {
        using var client = DynamoDbClients.ForLocal(endpoint);
        await IncidentTable.CreateIfMissing(client, LocalServices.Table, cancellation);
        return await command(new DynamoConfigurationStore(client, LocalServices.Table, host.Clock), new DynamoOverrideStore(client, LocalServices.Table, host.Clock));
    }

    /// <summary>Null while `up` has the directory.</summary>
    private static FileStream? Claim(DataDirectory folder)
    {
        try
        {
            return folder.Claim();
        }
        catch (IOException)
        {
            return null;
        }
    }
}
