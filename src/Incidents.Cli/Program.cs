using Incidents.Cli.Commands;
using Incidents.Cli.Terminal;

return await Invocation.Run(args, CommandHost.OfThisProcess());
