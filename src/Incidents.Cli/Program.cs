using System.CommandLine;

var incidents = new RootCommand("Incidents: alarms open them, people on call are paged, the timeline writes the postmortem.");
return await incidents.Parse(args.Length == 0 ? ["--help"] : args).InvokeAsync();
