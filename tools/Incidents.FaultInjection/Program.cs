using Incidents.FaultInjection;

return await FaultInjectionCommand.Create().Parse(args).InvokeAsync();
