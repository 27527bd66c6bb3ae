using System.CommandLine;
using Incidents.Adapters.CommandLine.Inspection;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Stacks;

/// <summary>`--table`, `--stack` and `--region`: the table of a stack in AWS, which a command reads and writes with its user's credentials.</summary>
/// <param name="region">What the option for the region is called; another where a command has a `--region` of its own.</param>
internal sealed class StackOptions(string region = "--region")
{
    private const string Output = "TableName";

    private readonly Option<string?> table = new("--table") { Description = "A table in AWS, with the credentials the AWS command line uses; the stack's output TableName names it" };
    private readonly Option<string?> stack = new("--stack") { Description = "The stack in AWS whose table it is, instead of --table" };
    private readonly Option<string?> region = new(region) { Description = "Its region (else AWS_REGION, else that of your AWS profile)" };

    public void AddTo(Command command)
    {
        command.Options.Add(table);
        command.Options.Add(stack);
        command.Options.Add(region);
    }

    /// <summary>Whether the command is to work on a table in AWS.</summary>
    public bool AreGiven(ParseResult parsed) => parsed.GetValue(table) is not null || parsed.GetValue(stack) is not null;

    /// <summary>The region it is in, or what is wrong.</summary>
    public (string Region, string? Problem) Region(ParseResult parsed) => AwsSession.Region(parsed.Host, parsed.GetValue(region));

    /// <summary>The table, and the account it is in.</summary>
    /// <returns>The exit code, instead, when there is none: the error is already printed.</returns>
    /// <exception cref="UnreportedException">The stack could not be asked for it.</exception>
    public async Task<(StackTable? Table, int Code)> Find(ParseResult parsed, CancellationToken cancellation)
    {
        var (known, problem) = Region(parsed);
        if (parsed.GetValue(table) is not null && parsed.GetValue(stack) is not null)
        {
            return (null, Complaint.Usage(parsed.Host, "name one of the two: --table, or --stack, whose table is looked up"));
        }

        if (problem is not null)
        {
            return (null, Complaint.Usage(parsed.Host, problem));
        }

        var account = AwsSession.Account(parsed.Host, known);
        if (parsed.GetValue(table) is { } name)
        {
            return (new StackTable(name, known, account), ExitCode.Done);
        }

        using var unused = new Unused(account);
        var asked = parsed.GetValue(stack)!;
        if (NoStack(asked) is { } wrong)
        {
            return (null, Complaint.Usage(parsed.Host, wrong));
        }

        return await new StackReader(account).Outputs(asked, cancellation) switch
        {
            null => (null, Complaint.Refused(parsed.Host, $"there is no stack {asked} in {known}: name it with --stack and its region with --region")),
            var outputs when outputs.GetValueOrDefault(Output) is { Length: > 0 } found => (new StackTable(found, known, unused.Keep()), ExitCode.Done),
            _ => (null, Complaint.Refused(parsed.Host, $"the stack {asked} has no output {Output}: deploy the template.yaml of this version, or name the table with --table")),
        };
    }

    /// <summary>Why this can be no stack's name; null when it can.</summary>
    public static string? NoStack(string name) => name.Length is 0 or > 128 || !char.IsAsciiLetter(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        ? "--stack is the name of a CloudFormation stack: letters, digits and hyphens"
        : null;

    /// <summary>Disposes an account that was not handed to the caller.</summary>
    private sealed class Unused(AwsAccount account) : IDisposable
    {
        private AwsAccount? left = account;

        public AwsAccount Keep()
        {
            var kept = left!;
            left = null;
            return kept;
        }

        public void Dispose() => left?.Dispose();
    }
}

/// <summary>A table that a command line names.</summary>
/// <param name="Account">The account it is in, with the user's credentials.</param>
internal sealed record StackTable(string Name, string Region, AwsAccount Account) : IDisposable
{
    public void Dispose() => Account.Dispose();
}
