using System.CommandLine;
using Incidents.Cli.Commands;

var root = new RootCommand("Incident management on your own AWS account, and on this machine with `incidents up`.")
{
    UpCommand.Create(),
    AlarmCommand.Create(),
    AlarmsCommand.Create(),
    DeclareCommand.Create(),
    ListCommand.Create(),
    ShowCommand.Create(),
    ActionCommands.Acknowledge(),
    ActionCommands.Resolve(),
    ActionCommands.GiveBack(),
    ActionCommands.Note(),
    ActionCommands.Snooze(),
    ActionCommands.Mitigate(),
    DirectingCommands.Escalate(),
    DirectingCommands.Reassign(),
    DirectingCommands.PageAlso(),
    DirectingCommands.Severity(),
    DirectingCommands.Role(),
    DirectingCommands.Link(),
    DirectingCommands.Merge(),
    OnCallCommand.Create(),
    OverrideCommand.Create(),
    ScheduleCommand.Create(),
    MaintenanceCommand.Create(),
    HeartbeatCommand.Create(),
    InitCommand.Create(),
    CheckCommand.Create(),
    DoctorCommand.Create(),
    CostCommand.Create(),
    TestPageCommand.Create(),
    SimulateCommand.Create(),
    BenchCommand.Create(),
    TortureCommand.Create(),
};
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(5) });
