using System.CommandLine;
using Incidents.Cli.Commands;
using Incidents.Cli.Terminal;

Standard.Use();
var root = new RootCommand("Incident management on your own AWS account, and on this machine with `incidents up`.")
{
    UpCommand.Create(),
    AlarmCommand.Create(),
    AlarmsCommand.Create(),
    DeclareCommand.Create(),
    ListCommand.Create(),
    ShowCommand.Create(),
    PostmortemCommand.Create(),
    ActionCommands.Acknowledge(),
    ActionCommands.Resolve(),
    ActionCommands.Reopen(),
    ActionCommands.GiveBack(),
    ActionCommands.Note(),
    ActionCommands.Snooze(),
    ActionCommands.Mitigate(),
    DirectingCommands.Escalate(),
    DirectingCommands.Reassign(),
    DirectingCommands.PageAlso(),
    DirectingCommands.Severity(), DirectingCommands.Title(),
    DirectingCommands.Role(),
    DirectingCommands.Link(),
    DirectingCommands.Merge(),
    WhoAmICommand.Create(),
    OnCallCommand.Create(),
    OverrideCommand.Create(),
    SwapCommand.Create(),
    CalendarCommand.Create(),
    TimeOffCommand.Create(),
    ScheduleCommand.Create(),
    MaintenanceCommand.Create(),
    HeartbeatCommand.Create(),
    InitCommand.Create(),
    ImportCommand.Create(),
    CheckCommand.Create(),
    DiffCommand.Create(),
    SchemaCommand.Create(),
    ConfigCommand.Create(),
    DoctorCommand.Create(),
    CostCommand.Create(),
    TestPageCommand.Create(),
    ContactCardCommand.Create(),
    SimulateCommand.Create(),
};
try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(5), EnableDefaultExceptionHandler = false });
}
catch (OutputClosedException closed)
{
    return Connection.Complain(closed.Message);
}
catch (OperationCanceledException)
{
    return 1;
}
catch (Exception unexpected)
{
    Console.Error.WriteLine($"Unhandled exception: {unexpected}");
    return 1;
}
