using Incidents.Application.Intake.FailOpen;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Application.Intake;

/// <summary>Registers the use cases of this folder: alarms become incidents.</summary>
public static class IntakeServices
{
    /// <summary>Adds them as singletons; the ports they need come from the host.</summary>
    public static IServiceCollection AddIntake(this IServiceCollection services) => services
        .AddSingleton<NewerIncidents>()
        .AddSingleton<JoinIncident>()
        .AddSingleton<LowMessages>()
        .AddSingleton<NoteOnService>()
        .AddSingleton<AlarmFiredHandler>()
        .AddSingleton<AlarmRecoveredHandler>()
        .AddSingleton<ReceiveAlarm>()
        .AddSingleton<ReceiveAlarms>()
        .AddSingleton<PageWithoutStore>()
        .AddSingleton<DegradedPages>()
        .AddSingleton<ReceiveFailOpen>()
        .AddSingleton<AskRecovery>();
}
