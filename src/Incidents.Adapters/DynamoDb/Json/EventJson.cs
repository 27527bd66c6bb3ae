using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.DynamoDb.Json;

/// <summary>One event as `{"pageSent": {"at": …}}`.</summary>
/// <remarks>An event that a newer version wrote is shown as a note that names it; what is stored of it stays as it is.</remarks>
internal static class EventJson
{
    private static readonly Kind[] Kinds =
    [
        Kind.Of("triggered", StoredFormat.Json.IncidentTriggered),
        Kind.Of("pageRequested", StoredFormat.Json.PageRequested),
        Kind.Of("pageRetried", StoredFormat.Json.PageRetried),
        Kind.Of("pageSent", StoredFormat.Json.PageSent),
        Kind.Of("pageDeferred", StoredFormat.Json.PageDeferred),
        Kind.Of("pageUnanswered", StoredFormat.Json.PageUnanswered),
        Kind.Of("pageFailed", StoredFormat.Json.PageFailed),
        Kind.Of("pageDropped", StoredFormat.Json.PageDropped),
        Kind.Of("nobodyToPage", StoredFormat.Json.NobodyToPage),
        Kind.Of("acknowledged", StoredFormat.Json.IncidentAcknowledged),
        Kind.Of("givenBack", StoredFormat.Json.AcknowledgementGivenBack),
        Kind.Of("alarmChanged", StoredFormat.Json.AlarmChanged),
        Kind.Of("staleAlarm", StoredFormat.Json.StaleAlarmNoted),
        Kind.Of("suppressedAlarm", StoredFormat.Json.SuppressedAlarmNoted),
        Kind.Of("alarmJoined", StoredFormat.Json.AlarmJoined),
        Kind.Of("alarmsCounted", StoredFormat.Json.AlarmsCounted),
        Kind.Of("severityChanged", StoredFormat.Json.SeverityChanged),
        Kind.Of("recovered", StoredFormat.Json.IncidentRecovered),
        Kind.Of("recoveryEnded", StoredFormat.Json.RecoveryEnded),
        Kind.Of("resolved", StoredFormat.Json.IncidentResolved),
        Kind.Of("reopened", StoredFormat.Json.IncidentReopened),
        Kind.Of("note", StoredFormat.Json.NoteAdded),
        Kind.Of("reminder", StoredFormat.Json.ReminderDue),
        Kind.Of("claimRenewed", StoredFormat.Json.ClaimRenewed),
        Kind.Of("channelUpdated", StoredFormat.Json.ChannelUpdated),
        Kind.Of("postmortemDrafted", StoredFormat.Json.PostmortemDrafted),
        Kind.Of("closedOut", StoredFormat.Json.FollowUpCompleted),
        Kind.Of("stepFired", StoredFormat.Json.EscalationStepFired),
        Kind.Of("pageStarted", StoredFormat.Json.PageStarted),
        Kind.Of("pageGathered", StoredFormat.Json.PageGathered),
        Kind.Of("pageHandedOver", StoredFormat.Json.PageHandedOver),
        Kind.Of("pageRepeatPlanned", StoredFormat.Json.PageRepeatPlanned),
        Kind.Of("responderJoined", StoredFormat.Json.ResponderJoined),
        Kind.Of("grouped", StoredFormat.Json.IncidentGrouped),
        Kind.Of("acknowledgementExtended", StoredFormat.Json.AcknowledgementExtended),
        Kind.Of("stillOnItAsked", StoredFormat.Json.StillOnItAsked),
        Kind.Of("acknowledgementExpired", StoredFormat.Json.AcknowledgementExpired),
        Kind.Of("snoozed", StoredFormat.Json.IncidentSnoozed),
        Kind.Of("snoozeEnded", StoredFormat.Json.SnoozeEnded),
        Kind.Of("escalated", StoredFormat.Json.IncidentEscalated),
        Kind.Of("reassigned", StoredFormat.Json.IncidentReassigned),
        Kind.Of("respondersAdded", StoredFormat.Json.RespondersAdded),
        Kind.Of("mitigated", StoredFormat.Json.IncidentMitigated),
        Kind.Of("roleAssigned", StoredFormat.Json.RoleAssigned),
        Kind.Of("linked", StoredFormat.Json.IncidentLinked),
        Kind.Of("merged", StoredFormat.Json.IncidentMerged),
        Kind.Of("absorbed", StoredFormat.Json.IncidentAbsorbed),
        Kind.Of("pagesHeld", StoredFormat.Json.PagingSuppressed),
        Kind.Of("pagingPostponed", StoredFormat.Json.PagingPostponed),
        Kind.Of("holdEnded", StoredFormat.Json.SuppressionEnded),
        Kind.Of("urgencyRaised", StoredFormat.Json.UrgencyRaised),
        Kind.Of("firingEnded", StoredFormat.Json.FiringEnded),
        Kind.Of("alarmLeads", StoredFormat.Json.AlarmLeads),
        Kind.Of("titled", StoredFormat.Json.IncidentTitled),
        Kind.Of("recoveryDoubted", StoredFormat.Json.RecoveryDoubted),
        Kind.Of("recoveryNotConfirmed", StoredFormat.Json.RecoveryNotConfirmed),
        Kind.Of("reopenedByPerson", StoredFormat.Json.IncidentReopenedByPerson),
        Kind.Of("policyResumed", StoredFormat.Json.PolicyResumed),
        Kind.Of("flappingBegan", StoredFormat.Json.FlappingBegan),
        Kind.Of("alarmsNamed", StoredFormat.Json.AlarmsNamed),
        Kind.Of("holderNotified", StoredFormat.Json.HolderNotified),
        Kind.Of("newAlarmsGathered", StoredFormat.Json.NewAlarmsGathered),
        Kind.Of("newAlarmsSeen", StoredFormat.Json.NewAlarmsSeen),
        Kind.Of("alarmFiredAgain", StoredFormat.Json.AlarmFiredAgain),
        Kind.Of("openedBeside", StoredFormat.Json.OpenedBeside),
    ];

    private static readonly FrozenDictionary<Type, Kind> ByType = Kinds.ToFrozenDictionary(k => k.Type);

    private static readonly FrozenDictionary<string, Kind> ByName = Kinds.ToFrozenDictionary(k => k.Name);

    /// <summary>Names of all kinds, which stay what they are for good.</summary>
    public static IEnumerable<string> Names => ByName.Keys;

    public static string Write(IncidentEvent happened)
    {
        var kind = ByType[happened.GetType()];
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, StoredFormat.Writer))
        {
            writer.WriteStartObject();
            writer.WritePropertyName(kind.Name);
            kind.Write(writer, happened);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static IncidentEvent Read(JsonElement stored)
    {
        var entry = stored.EnumerateObject().First();
        return ByName.TryGetValue(entry.Name, out var kind) ? kind.Read(entry.Value) : Unknown(entry);
    }

    private static NoteAdded Unknown(JsonProperty entry) => new(
        entry.Value.TryGetProperty("at", out var at) ? at.Deserialize(StoredFormat.Json.Instant) : Instant.MinValue,
        Actor.System,
        $"“{entry.Name}”: written by a newer version of Incidents");

    private sealed record Kind(string Name, Type Type, Action<Utf8JsonWriter, IncidentEvent> Write, Func<JsonElement, IncidentEvent> Read)
    {
        public static Kind Of<T>(string name, JsonTypeInfo<T> json)
            where T : IncidentEvent => new(
                name,
                typeof(T),
                (writer, happened) => JsonSerializer.Serialize(writer, (T)happened, json),
                stored => stored.Deserialize(json) ?? throw new JsonException($"{name} is null"));
    }
}
