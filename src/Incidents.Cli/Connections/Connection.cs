using System.CommandLine;
using Incidents.Adapters.CommandLine.Api;
using Incidents.Adapters.CommandLine.Inspection;
using Incidents.Application.Store;
using Incidents.Cli.Answers;
using Incidents.Cli.Stacks;
using Incidents.Cli.Terminal;
using Incidents.Cli.Up;
using Incidents.Domain.People;

namespace Incidents.Cli.Connections;

/// <summary>How a command finds the incident manager it talks to: the one `incidents up` runs, unless an option names another; or the table of a stack.</summary>
/// <param name="data">The data directory's option, where the command reads it too.</param>
/// <param name="region">What the option for the region of a stack is called.</param>
internal sealed class Connection(Option<DirectoryInfo> data, string region = "--region")
{
    public Connection()
        : this(Options.Data())
    {
    }

    private readonly StackOptions stack = new(region);

    private readonly Option<DirectoryInfo?> config = new("--config")
    {
        Description = "With --table or --stack, where no configuration was pushed: the directory that was deployed",
    };

    /// <summary>Why the command does not work on the table of a stack, and what does; null where it does.</summary>
    public string? NotOnStacks { get; init; }

    private const string UrlVariable = "INCIDENTS_URL";
    private const string TokenVariable = "INCIDENTS_TOKEN";

    private readonly Option<string?> url = new("--url")
    {
        Description = "Address of the incident manager (else INCIDENTS_URL, else the one that runs on this data directory)",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(new JsonOption());
        command.Options.Add(data);
        command.Options.Add(url);
        stack.AddTo(command);
        if (NotOnStacks is null)
        {
            command.Options.Add(config);
        }
    }

    /// <summary>Runs a command against it; what goes wrong becomes one line and an exit code.</summary>
    public async Task<int> Run(ParseResult parsed, Func<IncidentsApi, Task<int>> command)
    {
        var folder = new DataDirectory(parsed.GetValue(data)!);
        if (stack.AreGiven(parsed))
        {
            return NotOnStacks is { } why ? Complaint.Usage(parsed.Host, why) : await OnStack(parsed, folder, command);
        }

        var (address, token, problem) = Find(parsed.GetValue(url), folder, parsed.Host.Variable);
        if (address is null || token is null)
        {
            return problem is { IsSilence: true } ? Complaint.NoAnswer(parsed.Host, problem.Text) : Complaint.Usage(parsed.Host, problem!.Text);
        }

        try
        {
            using var api = new IncidentsApi(address, token);
            return await Run(parsed, folder, api, command, caller: null, failure: () => null);
        }
        catch (ApiUnreachableException)
        {
            return Complaint.NoAnswer(parsed.Host, $"no answer from {address}: is `./incidents up` running?");
        }
        catch (Exception shape) when (shape is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            // What JSON throws where an answer has not the properties a command reads. An answer that is no JSON at all was refused before.
            return Complaint.Refused(parsed.Host, $"{address} answers, but not as this version of incidents does: is it an incident manager, and of the same version? ({shape.Message})");
        }
    }

    /// <param name="caller">The person whose credentials the command has; null where it has none of AWS, or those of a person unknown here.</param>
    /// <param name="failure">Why a stack's table did not answer.</param>
    private static async Task<int> Run(ParseResult parsed, DataDirectory folder, IncidentsApi api, Func<IncidentsApi, Task<int>> command, string? caller, Func<StoreUnavailableException?> failure)
    {
        try
        {
            var who = parsed.CommandResult.Command.Options.OfType<WhoActs>().FirstOrDefault();
            await (who?.Find(parsed, folder, api, caller, CancellationToken.None) ?? Task.CompletedTask);
            var code = await command(api);
            if (code == ExitCode.Done)
            {
                who?.Remark(parsed);
            }

            return code;
        }
        catch (ApiRefusedException refused)
        {
            return failure() is { } unavailable ? StackApiHost.Complain(parsed.Host, unavailable)
                : refused.Status is >= 502 and <= 504 ? Complaint.NoAnswer(parsed.Host, ApiRefusalWords.Of(parsed, refused))
                : Complaint.Refused(parsed.Host, ApiRefusalWords.Of(parsed, refused));
        }
    }

    private async Task<int> OnStack(ParseResult parsed, DataDirectory folder, Func<IncidentsApi, Task<int>> command)
    {
        try
        {
            var (found, code) = await stack.Find(parsed, CancellationToken.None);
            if (found is null)
            {
                return code;
            }

            using var table = found;
            var caller = await new CallerIdentity(table.Account).Ask(CancellationToken.None);
            await using var host = await StackApiHost.Open(parsed.Host, table, caller, parsed.GetValue(config), CancellationToken.None);
            using var api = host.Api();
            return await Run(parsed, folder, api, command, host.Acting, () => host.Failure);
        }
        catch (UnreportedException unreported)
        {
            return AwsSession.Complain(parsed.Host, unreported);
        }
        catch (StoreUnavailableException unavailable)
        {
            return StackApiHost.Complain(parsed.Host, unavailable);
        }
        catch (CannotStartException cannot)
        {
            return Complaint.Refused(parsed.Host, cannot.Message);
        }
    }

    /// <summary>Where to ask, and the token to ask with. The token of the data directory goes to the `up` that runs on it and nowhere else.</summary>
    /// <returns>The problem instead of the token when there is no such place, or none that a token may be sent to.</returns>
    internal static (Uri? Address, string? Token, NoAddress? Problem) Find(string? url, DataDirectory folder, Func<string, string?> variable)
    {
        var (name, given) = url is not null ? ("--url", url) : (UrlVariable, variable(UrlVariable));
        var running = folder.RunningAt();
        var address = running;
        if (!string.IsNullOrEmpty(given) && !TryAddress(given, out address))
        {
            return (null, null, new NoAddress($"{name} is no address: write it with http:// or https://, such as http://127.0.0.1:5080"));
        }

        if (address is null)
        {
            return (null, null, new NoAddress($"nothing runs on {folder.Path}: start it with `./incidents up`, or name another with --url and {TokenVariable}") { IsSilence = true });
        }

        if (address is { Scheme: "http", IsLoopback: false })
        {
            return (null, null, new NoAddress($"{address.GetLeftPart(UriPartial.Authority)} is plain http, on which anybody on the way reads the token: use https"));
        }

        var token = variable(TokenVariable) is { Length: > 0 } own ? own : IsSame(address, running) ? folder.Token() : null;
        return token is not null ? (address, token, null) : (null, null, new NoAddress($"the token of {folder.Path} goes only to the `incidents up` that runs on it: for {address.GetLeftPart(UriPartial.Authority)} set {TokenVariable}"));
    }

    private static bool TryAddress(string text, out Uri? address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address) && address is { Scheme: "http" or "https", Host.Length: > 0, UserInfo.Length: 0 };

    private static bool IsSame(Uri address, Uri? running) =>
        running is not null && address.GetLeftPart(UriPartial.Authority) == running.GetLeftPart(UriPartial.Authority);
}

/// <summary>Why there is no address to ask, or none that the token may be sent to.</summary>
internal sealed record NoAddress(string Text)
{
    /// <summary>Whether nothing runs; else what names the address is wrong.</summary>
    public bool IsSilence { get; init; }
}
