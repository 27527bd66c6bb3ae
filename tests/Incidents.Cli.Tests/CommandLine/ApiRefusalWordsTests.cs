using System.Text.RegularExpressions;

namespace Incidents.Cli.Tests.CommandLine;

/// <summary>What the API refuses is said in the words of the command line: no routes, no fields, no JSON.</summary>
public sealed partial class ApiRefusalWordsTests : IDisposable
{
    private readonly Sandbox sandbox = new();
    private readonly List<string> faults = [];

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public async Task Refusal_OfEachKind_NamesOptionsAndCommands_AndNothingOfTheApi()
    {
        await sandbox.Up();
        await sandbox.Run("alarm", "checkout", "--data", sandbox.Data);
        await sandbox.Run("declare", "search is slow", "--service", "search", "--data", sandbox.Data);
        await sandbox.Run("declare", "over", "--service", "payments", "--data", sandbox.Data);
        await sandbox.Run("resolve", "INC-3", "--data", sandbox.Data);

        await Says("Say --while-firing", "resolve", "INC-1");
        await Says("Say --while-firing", "resolve", "INC-1", "INC-2");
        await Says("number is the number of an incident", "show", "nonsense");
        await Says("There is no INC-77", "show", "77");
        await Says("There is no INC-77", "note", "77", "text");
        await Says("has no postmortem draft", "postmortem", "1");
        await Says("--limit is a whole number", "list", "--limit", "0");
        await Says("--status is", "list", "--status", "broken");
        await Says("--service ", "list", "--service", "two words");
        await Says("--as ", "ack", "1", "--as", "zork");
        await Says("--for is", "ack", "1", "--for", "3s");
        await Says("who ", "whoami", "zork");
        await Says("until is 30m", "snooze", "1", "later");
        await Says("--why is a text of at most", "reopen", "3", "--why", new string('x', 5_000));
        await Says("severity is Sev1", "severity", "1", "7");
        await Says("--sev is Sev1", "declare", "x", "--service", "checkout", "--sev", "9");
        await Says("no service \"nothing\"", "declare", "x", "--service", "nothing");
        await Says("nobody is called \"chuck\"", "reassign", "1", "chuck");
        await Says("other ", "link", "1", "nonsense");
        await Says("INC-77, which does not exist", "link", "1", "77");
        await Says("number names INC-77", "merge", "1", "77");
        await Says("that is too long", "note", "1", new string('x', 300_000));
        await Says("./incidents oncall shows them", "override", "list", "nowhere");
        await Says("./incidents oncall shows them", "swap", "ask", "nowhere", "--from", "tomorrow 09:00", "--for", "8h", "--as", "ada");
        await Says("./incidents oncall shows them", "schedule", "conflicts", "nowhere");
        await Says("./incidents oncall shows them", "schedule", "fairness", "nowhere");
        await Says("./incidents oncall shows them", "calendar", "link", "--schedule", "nowhere");
        await Says("The configuration names the people", "calendar", "link", "--person", "nobody");
        await Says("./incidents calendar list", "calendar", "revoke", "--person", "ada");
        await Says("./incidents override list", "override", "cancel", "primary", "ov-nothing");
        await Says("./incidents swap list", "swap", "take", "sw-nothing");
        await Says("./incidents time-off list", "time-off", "cancel", "to-nothing");
        await Says("./incidents maintenance list", "maintenance", "end", "mw-nothing");
        await Says("--from is an instant", "override", "add", "primary", "--user", "ada", "--from", "whenever", "--for", "2h");
        await Says("There is no person", "time-off", "add", "adda", "--from", "2030-01-01");
        await Says("Give an end", "override", "add", "primary", "--user", "ada", "--to", "2020-01-01T00:00:00Z");
        await Says("Nobody is named", "override", "add", "primary", "--kind", "add", "--for", "2h");
        await Says("Name the person who is replaced", "override", "add", "primary", "--kind", "replace", "--user", "ada", "--for", "2h");
        await Says("--to is after the beginning", "maintenance", "add", "x", "--service", "checkout", "--from", "2030-01-02T00:00:00Z", "--to", "2030-01-01T00:00:00Z");
        await Says("--service names what falls silent", "maintenance", "add", "x", "--for", "2h");
        await Says("--service are ids of the configuration", "maintenance", "add", "x", "--service", "chekout", "--for", "2h");
        await Says("--tag are each key=value", "maintenance", "add", "x", "--tag", "odd", "--for", "2h");
        await Says("--every ", "maintenance", "add", "x", "--service", "checkout", "--every", "sometimes", "--for", "1h");
        await Says("heartbeat", "heartbeat", "beat", "nothing");
        await Says("There is no active person", "test-page", "adda");
        await Says("There is no active person", "oncall", "sick", "adda");

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task Refusal_OfTheToken_NamesTheVariable()
    {
        await sandbox.Up();
        using var elsewhere = new Sandbox { Environment = { ["INCIDENTS_TOKEN"] = "wrong" } };

        var refused = await elsewhere.Run("list", "--url", $"http://127.0.0.1:{sandbox.Port}", "--data", elsewhere.Data);

        Assert.Equal((1, "incidents: the token is refused: INCIDENTS_TOKEN has to hold the token of the incident manager at that address"), (refused.ExitCode, refused.Errors));
    }

    private async Task Says(string words, params string[] arguments)
    {
        var typed = string.Join(' ', arguments.Select(argument => argument.Length > 40 ? "…" : argument));
        var finished = await sandbox.Run([.. arguments, "--data", sandbox.Data]);

        if (finished.ExitCode != 1 || !finished.Errors.Contains(words, StringComparison.Ordinal) || Api().IsMatch(finished.Errors))
        {
            faults.Add($"{typed}: {finished.ExitCode} {finished.Output} {finished.Errors}");
        }
    }

    /// <summary>Methods and routes, fields as JSON has them, and those whose option has another name.</summary>
    [GeneratedRegex("""(GET|POST|DELETE) |/api/|/sns|"\w+": (true|false|\d|")|\b(JSON|body|Bearer|Idempotency)\b|incidents: (by|users|services|tags|regions|into|confirm)\b|`(to|from|for)`""")]
    private static partial Regex Api();
}
