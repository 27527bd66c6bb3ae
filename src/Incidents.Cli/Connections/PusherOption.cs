using System.CommandLine;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Connections;

/// <summary>`--as` where a configuration is moved, for which no incident manager answers: no person of it is asked for, and a pipeline is one too.</summary>
internal sealed class PusherOption : Option<string?>
{
    public PusherOption()
        : base("--as") => Description = "Who pushes, for the record (else INCIDENTS_USER, else your login)";

    public string Of(ParseResult parsed) => WhoActs.NotBlank(parsed.GetValue(this)) ?? WhoActs.InEnvironment(parsed.Host) ?? Environment.UserName;
}
