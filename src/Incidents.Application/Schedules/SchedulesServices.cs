using Incidents.Application.Schedules.HandOffs;
using Incidents.Application.Schedules.Sick;
using Incidents.Application.Schedules.Swaps;
using Incidents.Application.Schedules.TimeOff;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Application.Schedules;

/// <summary>Registers the use cases of this folder: swaps, time off, sick calls and hand-offs.</summary>
public static class SchedulesServices
{
    /// <summary>Adds them as singletons; the ports they need come from the host.</summary>
    public static IServiceCollection AddSchedules(this IServiceCollection services) => services
        .AddSingleton<AskForSwap>()
        .AddSingleton<TakeSwap>()
        .AddSingleton<CancelSwap>()
        .AddSingleton<SwapNotifier>()
        .AddSingleton<MakeTimeOff>()
        .AddSingleton<CancelTimeOff>()
        .AddSingleton<CallInSick>()
        .AddSingleton<HandoffNotifier>();
}
