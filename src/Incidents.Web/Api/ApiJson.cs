using System.Text.Json;
using System.Text.Json.Serialization;
using Incidents.Web.Words;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Web.Api;

/// <summary>How the API writes JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ApiProblem))]
[JsonSerializable(typeof(AlarmAnswer))]
[JsonSerializable(typeof(AlarmResult))]
[JsonSerializable(typeof(IncidentSummary))]
[JsonSerializable(typeof(SeveralResource))]
[JsonSerializable(typeof(IncidentResource))]
[JsonSerializable(typeof(IncidentPageResource))]
[JsonSerializable(typeof(OnCallResource))]
[JsonSerializable(typeof(ScheduleListResource))]
[JsonSerializable(typeof(SegmentListResource))]
[JsonSerializable(typeof(ShiftListResource))]
[JsonSerializable(typeof(OverrideListResource))]
[JsonSerializable(typeof(OverrideResource))]
[JsonSerializable(typeof(SwapListResource))]
[JsonSerializable(typeof(CalendarLinkListResource))]
[JsonSerializable(typeof(TimeOffListResource))]
[JsonSerializable(typeof(ConflictListResource))]
[JsonSerializable(typeof(FairnessResource))]
[JsonSerializable(typeof(MaintenanceListResource))]
[JsonSerializable(typeof(HeartbeatListResource))]
[JsonSerializable(typeof(HeartbeatAnswer))]
[JsonSerializable(typeof(TestPageResource))]
[JsonSerializable(typeof(WhoAnswer))]
[JsonSerializable(typeof(HealthResource))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>Makes results of endpoints come out this way. Converters of a context do not travel with it.</summary>
    public static void Set(JsonSerializerOptions options)
    {
        options.TypeInfoResolverChain.Insert(0, Default);
        options.Converters.Add(new InstantJson());
    }
}

/// <summary>UTC with up to milliseconds: `2026-09-14T11:18:52.496Z`.</summary>
internal sealed class InstantJson : JsonConverter<Instant>
{
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        InstantPattern.ExtendedIso.Parse(reader.GetString() ?? "") is { Success: true } parsed ? parsed.Value : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) => writer.WriteStringValue(Times.Iso(value));
}
