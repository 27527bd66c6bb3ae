using System.CommandLine;
using Incidents.Adapters.CommandLine.Api;
using Incidents.Domain.Incidents;
using Incidents.Web.Api;
using Incidents.Web.Words;

namespace Incidents.Cli.Connections;

/// <summary>A refusal of the API in the words of the command line: options instead of fields, commands instead of routes.</summary>
internal static class ApiRefusalWords
{
    /// <summary>Options and arguments that are not called as their field is; which of them a command has says which is meant.</summary>
    private static readonly Dictionary<string, string[]> Others = new()
    {
        ["by"] = ["--as", "who"],
        ["taker"] = ["--as"],
        ["requester"] = ["--as"],
        ["confirm"] = ["--while-firing"],
        ["severity"] = ["--sev"],
        ["ids"] = ["number"],
        ["into"] = ["number"],
        ["to"] = ["other", "--for"],
        ["until"] = ["--for"],
        ["window"] = ["reason"],
    };

    /// <summary>What was refused, and what to do about it, in one line.</summary>
    public static string Of(ParseResult parsed, ApiRefusedException refused)
    {
        var (refusal, command) = (refused.Refusal, parsed.CommandResult.Command);
        var wrong = refused.Status switch
        {
            401 => "the token is refused",
            413 => "that is too long to be sent",
            _ when refusal is { Field: { } field, Problem: { } problem } => $"{Name(command, field)} {problem}.",
            _ => refusal.Title,
        };
        return Advice(refused, command) is { } advice ? $"{wrong}{(wrong[^1] == '.' ? " " : ": ")}{advice}" : wrong;
    }

    /// <summary>What to do about something that was not changed for a reason; null where the reason says it.</summary>
    /// <param name="code">The reason's name in the API.</param>
    public static string? Advice(string? code) => code is not null && Names.Read<Refusal>(code) == Refusal.StillFiring ? "Say --while-firing to end it all the same." : null;

    private static string? Advice(ApiRefusedException refused, Command command) => refused.Status == 401
        ? "INCIDENTS_TOKEN has to hold the token of the incident manager at that address"
        : (refused.Refusal.Missing is { } kind ? Names.Read<MissingKind>(kind) : null) switch
        {
            MissingKind.Schedule => "./incidents oncall shows them.",
            MissingKind.Override => "./incidents override list shows them.",
            MissingKind.Swap => "./incidents swap list shows them.",
            MissingKind.TimeOff => "./incidents time-off list shows it. What the configuration says is changed there.",
            MissingKind.Maintenance => "./incidents maintenance list shows them.",
            MissingKind.CalendarLink => "./incidents calendar list shows those there are.",
            // Of a later version's kind nothing is known but that its advice is for callers of the API.
            _ when refused.Refusal.Missing is not null => null,
            _ => Advice(refused.Refusal.Code) ?? refused.Refusal.Detail,
        };

    /// <summary>What the command calls a field: `--service` for `services`; the field's own name where it has nothing of the kind.</summary>
    private static string Name(Command command, string field)
    {
        var names = command.Options.Where(option => !option.Hidden).Select(option => option.Name).Concat(command.Arguments.Select(argument => argument.Name)).ToHashSet();
        string[] wanted = [$"--{field}", field, $"--{field.TrimEnd('s')}", .. Others.GetValueOrDefault(field, [])];
        return wanted.FirstOrDefault(names.Contains) ?? field;
    }
}
