using System.CommandLine;

namespace Incidents.Cli.Answers;

/// <summary>`--json`: the answer for programs. What goes wrong is said on standard error all the same.</summary>
internal sealed class JsonOption : Option<bool>
{
    public JsonOption()
        : base("--json") => Description = "Answer in JSON (docs/cli.md)";

    public static bool IsGiven(ParseResult parsed) => parsed.CommandResult.Command.Options.OfType<JsonOption>().Any(parsed.GetValue);
}
