using Incidents.Application.Absences;
using Incidents.Application.Actions;
using Incidents.Application.Calendars;
using Incidents.Application.Calendars.Links;
using Incidents.Application.Configuration;
using Incidents.Application.DueWork;
using Incidents.Application.Heartbeats;
using Incidents.Application.Intake;
using Incidents.Application.Intake.FailOpen;
using Incidents.Application.LinkPages;
using Incidents.Application.Links;
using Incidents.Application.Maintenance;
using Incidents.Application.Notices;
using Incidents.Application.Notifications;
using Incidents.Application.Overrides;
using Incidents.Application.Paging;
using Incidents.Application.Paging.Channels;
using Incidents.Application.Postmortems;
using Incidents.Application.Reading;
using Incidents.Application.Reconcile;
using Incidents.Application.Schedules.HandOffs;
using Incidents.Application.Schedules.Sick;
using Incidents.Application.Schedules.Swaps;
using Incidents.Application.Schedules.TimeOff;
using Incidents.Application.Shadow;
using Incidents.Application.Slack;
using Incidents.Application.Slack.Inbound;
using Incidents.Application.Store;
using Incidents.Application.Sweep;
using Incidents.Application.TestPages;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Application;

/// <summary>Registers the use cases; the ports that they need are registered by each host.</summary>
public static class ApplicationServices
{
    /// <summary>
    /// Adds every use case. The host adds <see cref="TimeProvider"/>, <see cref="IIncidentStore"/>, the configuration by <see cref="AddConfiguration"/>, the runbooks,
    /// the alarm sources, <see cref="ITeamChannel"/>, every further <see cref="IPageChannel"/> it has, <see cref="ILinkStore"/>,
    /// <see cref="IMaintenanceStore"/>, <see cref="IOverrideStore"/>, <see cref="ISwapStore"/>, <see cref="ITimeOffStore"/>, <see cref="IDutyStore"/>, <see cref="INotificationLogStore"/>, <see cref="IHeartbeatStore"/>, <see cref="ITestPageStore"/>, <see cref="ICalendarStore"/>, <see cref="FindPublicAddress"/> and <see cref="IFallback"/>, and for clicks <see cref="ISlackWebhook"/>, <see cref="SlackRequestVerifier"/>, <see cref="SlackInteractions"/>
    /// and <see cref="SlackInstallation"/>.
    /// </summary>
    public static IServiceCollection AddIncidents(this IServiceCollection services) => services
        .AddSingleton<IncidentChanges>()
        .AddSingleton<NotificationContentBuilder>()
        .AddSingleton<DraftPostmortem>()
        .AddSingleton<ResolutionFollowUp>()
        .AddSingleton<IPageChannel, SlackPageChannel>()
        .AddSingleton<IPageChannel, ShadowPageChannel>()
        .AddSingleton<PageChannels>()
        .AddSingleton<RecentPages>()
        .AddSingleton<PageSender>()
        .AddSingleton<Dispatcher>()
        .AddSingleton<Members>()
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
        .AddSingleton<DeclareIncident>()
        .AddSingleton<AcknowledgeIncident>()
        .AddSingleton<GiveBackIncident>()
        .AddSingleton<CardActionDispatcher>()
        .AddSingleton<AskToPage>()
        .AddSingleton<AskRecovery>()
        .AddSingleton<ResolveIncident>()
        .AddSingleton<ReopenIncident>()
        .AddSingleton<EscalateIncident>()
        .AddSingleton<SnoozeIncident>()
        .AddSingleton<ReassignIncident>()
        .AddSingleton<PageAlso>()
        .AddSingleton<ChangeSeverity>()
        .AddSingleton<EntitleIncident>()
        .AddSingleton<MitigateIncident>()
        .AddSingleton<AssignRole>()
        .AddSingleton<LinkIncidents>()
        .AddSingleton<MergeIncidents>()
        .AddSingleton<ActOnSeveral>()
        .AddSingleton<AddNote>()
        .AddSingleton<RuntimeOverrides>()
        .AddSingleton<MakeOverride>()
        .AddSingleton<CancelOverride>()
        .AddSingleton<AskForSwap>()
        .AddSingleton<TakeSwap>()
        .AddSingleton<CancelSwap>()
        .AddSingleton<SwapNotifier>()
        .AddSingleton<MakeCalendarLink>()
        .AddSingleton<RevokeCalendarLink>()
        .AddSingleton<ReadCalendar>()
        .AddSingleton<AbsentPeople>()
        .AddSingleton<MakeTimeOff>()
        .AddSingleton<CancelTimeOff>()
        .AddSingleton<CallInSick>()
        .AddSingleton<MaintenanceCalendar>()
        .AddSingleton<PagingSuppressions>()
        .AddSingleton<IResumePaging, ResumePaging>()
        .AddSingleton<PlanMaintenance>()
        .AddSingleton<EndMaintenance>()
        .AddSingleton<ListMaintenance>()
        .AddSingleton<TellHeartbeat>()
        .AddSingleton<RecordHeartbeat>()
        .AddSingleton<MuteHeartbeat>()
        .AddSingleton<ListHeartbeats>()
        .AddSingleton<CheckHeartbeats>()
        .AddSingleton<TickHeartbeat>()
        .AddSingleton<WriteProbe>()
        .AddSingleton<BeatWatchdog>()
        .AddSingleton<DueIncidentProcessor>()
        .AddSingleton<DueWorkLoop>()
        .AddSingleton<InlinePageRetry>()
        .AddSingleton<TeamNotice>()
        .AddSingleton<NotificationLog>()
        .AddSingleton<HandoffNotifier>()
        .AddSingleton<ReviewShadow>()
        .AddSingleton<ShadowModeReporter>()
        .AddSingleton<InvalidConfigurationNotifier>()
        .AddSingleton<FindMissedAlarms>()
        .AddSingleton<LastRepairs>()
        .AddSingleton<ReconcileIncidents>()
        .AddSingleton<MaintenanceJobs>()
        .AddSingleton<ScheduledJobs>()
        .AddSingleton<ListIncidents>()
        .AddSingleton<ShowIncident>()
        .AddSingleton<AnswerInteraction>()
        .AddSingleton<ResponderLinks>()
        .AddSingleton<OpenLink>()
        .AddSingleton<SendTestPage>()
        .AddSingleton<ConfirmReceipt>()
        .AddSingleton<TestBeforeShifts>()
        .AddSingleton<AnswerLink>();

    /// <summary>Adds the configuration, as the use cases see it: with the overrides people have made.</summary>
    /// <param name="written">The configuration as its files have it.</param>
    public static IServiceCollection AddConfiguration(this IServiceCollection services, IOnCallConfigurationProvider written) =>
        services.AddSingleton<IOnCallConfigurationProvider>(s => new WithRuntimeOverrides(written, s.GetRequiredService<RuntimeOverrides>()));
}
