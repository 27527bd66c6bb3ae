using System.Text.Json.Serialization;
using Incidents.Adapters.DynamoDb.Calendars;
using Incidents.Adapters.DynamoDb.Configurations;
using Incidents.Application.Store;
using Incidents.Application.TestPages;
using Incidents.Domain.Heartbeats;
using Incidents.Domain.Incidents;
using Incidents.Domain.Maintenance;
using Incidents.Domain.OnCall;
using Incidents.Domain.OnCall.Absences;
using Incidents.Domain.OnCall.Swaps;

namespace Incidents.Adapters.DynamoDb.Json;

/// <summary>How everything stored is written. Generated at build time: nothing is looked up by reflection.</summary>
/// <remarks>
/// Names and values written once are read for good, so members of these types are renamed only together with their files under `tests/events`.
/// A field that is missing reads as its default and one that is not known is passed over, so versions may differ by fields.
/// </remarks>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters =
    [
        typeof(InstantJson), typeof(DurationJson), typeof(DedupKeyJson), typeof(IncidentNumberJson),
        typeof(PersonIdJson), typeof(ServiceIdJson), typeof(ScheduleIdJson), typeof(TeamIdJson), typeof(PolicyIdJson),
        typeof(EscalationTargetJson), typeof(GlobJson),
    ])]
[JsonSerializable(typeof(StoredIncident))]
[JsonSerializable(typeof(IncidentDetail))]
[JsonSerializable(typeof(MemberAlarm))]
[JsonSerializable(typeof(IReadOnlyList<MaintenanceWindow>))]
[JsonSerializable(typeof(IReadOnlyList<MadeOverride>))]
[JsonSerializable(typeof(IReadOnlyList<SwapRequest>))]
[JsonSerializable(typeof(CalendarBody))]
[JsonSerializable(typeof(IReadOnlyList<MadeTimeOff>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(StoredFile[]))]
[JsonSerializable(typeof(HeartbeatMute))]
[JsonSerializable(typeof(IReadOnlyList<TestedChannel>))]
[JsonSerializable(typeof(AskedTest[]))]
[JsonSerializable(typeof(IncidentTriggered))]
[JsonSerializable(typeof(PageRequested))]
[JsonSerializable(typeof(PageRetried))]
[JsonSerializable(typeof(PageSent))]
[JsonSerializable(typeof(PageDeferred))]
[JsonSerializable(typeof(PageUnanswered))]
[JsonSerializable(typeof(PageFailed))]
[JsonSerializable(typeof(PageGathered))]
[JsonSerializable(typeof(PageDropped))]
[JsonSerializable(typeof(NobodyToPage))]
[JsonSerializable(typeof(IncidentAcknowledged))]
[JsonSerializable(typeof(AcknowledgementGivenBack))]
[JsonSerializable(typeof(AlarmChanged))]
[JsonSerializable(typeof(StaleAlarmNoted))]
[JsonSerializable(typeof(SuppressedAlarmNoted))]
[JsonSerializable(typeof(AlarmJoined))]
[JsonSerializable(typeof(AlarmsCounted))]
[JsonSerializable(typeof(SeverityChanged))]
[JsonSerializable(typeof(IncidentRecovered))]
[JsonSerializable(typeof(RecoveryEnded))]
[JsonSerializable(typeof(IncidentResolved))]
[JsonSerializable(typeof(IncidentReopened))]
[JsonSerializable(typeof(NoteAdded))]
[JsonSerializable(typeof(ReminderDue))]
[JsonSerializable(typeof(ClaimRenewed))]
[JsonSerializable(typeof(ChannelUpdated))]
[JsonSerializable(typeof(PostmortemDrafted))]
[JsonSerializable(typeof(FollowUpCompleted))]
[JsonSerializable(typeof(EscalationStepFired))]
[JsonSerializable(typeof(PageStarted))]
[JsonSerializable(typeof(PageHandedOver))]
[JsonSerializable(typeof(PageRepeatPlanned))]
[JsonSerializable(typeof(ResponderJoined))]
[JsonSerializable(typeof(IncidentGrouped))]
[JsonSerializable(typeof(AcknowledgementExtended))]
[JsonSerializable(typeof(StillOnItAsked))]
[JsonSerializable(typeof(AcknowledgementExpired))]
[JsonSerializable(typeof(IncidentSnoozed))]
[JsonSerializable(typeof(SnoozeEnded))]
[JsonSerializable(typeof(IncidentEscalated))]
[JsonSerializable(typeof(IncidentReassigned))]
[JsonSerializable(typeof(RespondersAdded))]
[JsonSerializable(typeof(IncidentMitigated))]
[JsonSerializable(typeof(RoleAssigned))]
[JsonSerializable(typeof(IncidentLinked))]
[JsonSerializable(typeof(IncidentMerged))]
[JsonSerializable(typeof(IncidentAbsorbed))]
[JsonSerializable(typeof(PagingSuppressed))]
[JsonSerializable(typeof(PagingPostponed))]
[JsonSerializable(typeof(SuppressionEnded))]
[JsonSerializable(typeof(UrgencyRaised))]
[JsonSerializable(typeof(FiringEnded))]
[JsonSerializable(typeof(AlarmLeads))]
[JsonSerializable(typeof(IncidentTitled))]
[JsonSerializable(typeof(RecoveryDoubted))]
[JsonSerializable(typeof(RecoveryNotConfirmed))]
[JsonSerializable(typeof(IncidentReopenedByPerson))]
[JsonSerializable(typeof(PolicyResumed))]
[JsonSerializable(typeof(FlappingBegan))]
[JsonSerializable(typeof(AlarmsNamed))]
[JsonSerializable(typeof(HolderNotified))]
[JsonSerializable(typeof(NewAlarmsGathered))]
[JsonSerializable(typeof(NewAlarmsSeen))]
[JsonSerializable(typeof(AlarmFiredAgain))]
[JsonSerializable(typeof(OpenedBeside))]
internal sealed partial class StoredJson : JsonSerializerContext;
