using System.Text.Json;
using System.Text.Json.Serialization;
using Incidents.Web.Api;
using NodaTime;

namespace Incidents.Cli.Answers;

/// <summary>How answers that no route of the API gives are written: as the API writes its own.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ItemsResource))]
[JsonSerializable(typeof(KeptPersonResource))]
[JsonSerializable(typeof(PostmortemResource))]
[JsonSerializable(typeof(ScheduleQualityResource))]
[JsonSerializable(typeof(ScheduleGapsResource))]
[JsonSerializable(typeof(ConfigurationMoveListResource))]
[JsonSerializable(typeof(ConfigurationVersionResource))]
[JsonSerializable(typeof(ForgottenResource))]
[JsonSerializable(typeof(DoctorResource))]
[JsonSerializable(typeof(TimeOffImportResource))]
[JsonSerializable(typeof(ImportResource))]
internal sealed partial class AnswerJson : JsonSerializerContext
{
    // Made late: the context's own fields are set in another part of this class, maybe after this one.
    private static readonly Lazy<JsonSerializerOptions> AsTheApi = new(Made);

    /// <summary>A resource of the API, or of the command line, as JSON.</summary>
    public static JsonElement Element<T>(T resource) => JsonSerializer.SerializeToElement(resource, AsTheApi.Value.GetTypeInfo(typeof(T)));

    private static JsonSerializerOptions Made()
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
        ApiJson.Set(options);
        options.TypeInfoResolverChain.Add(Default);
        return options;
    }
}

/// <param name="Items">As the API has them.</param>
internal sealed record ItemsResource(IReadOnlyList<JsonElement> Items);

/// <summary>Who acts from a data directory.</summary>
/// <param name="Id">Null, as the name is, when none is kept.</param>
internal sealed record KeptPersonResource(string? Id, string? Name);

/// <param name="Number">Of the incident.</param>
/// <param name="Markdown">The draft.</param>
internal sealed record PostmortemResource(string Number, string Markdown);

/// <param name="Overloaded">Who has more than the average, in percent above it.</param>
internal sealed record ScheduleQualityResource(string Schedule, Instant From, Instant To, int TotalScore, int CoveragePercent, int BalancePercent, IReadOnlyList<OverloadResource> Overloaded);

/// <inheritdoc cref="ScheduleQualityResource" />
internal sealed record OverloadResource(string Person, int ExcessPercent);

/// <param name="AreIntended">Whether times without anybody on call are meant.</param>
internal sealed record ScheduleGapsResource(string Schedule, Instant From, Instant To, bool AreIntended, IReadOnlyList<WindowResource> Items);

/// <summary>A stretch of time.</summary>
internal sealed record WindowResource(Instant From, Instant To);

/// <param name="Items">The newest first; that is in force.</param>
internal sealed record ConfigurationMoveListResource(IReadOnlyList<ConfigurationMoveResource> Items);

/// <param name="Version">Null for the copy deployed with the code.</param>
/// <param name="At">Null where nothing was ever pushed.</param>
/// <param name="Caller">Whose credentials of AWS it was done with; null where that is not known.</param>
internal sealed record ConfigurationMoveResource(string? Version, long Revision, Instant? At, string? By, string? Caller);

/// <param name="InForce">What is in force now.</param>
/// <param name="Version">The version that was asked for; null for the copy deployed with the code, which cannot be read from here.</param>
/// <param name="Redacted">Whether a person was taken out of it.</param>
internal sealed record ConfigurationVersionResource(ConfigurationMoveResource InForce, string? Version, bool Redacted, IReadOnlyList<ConfigurationFileResource> Files);

/// <param name="Content">Null unless `--files` asks for it.</param>
internal sealed record ConfigurationFileResource(string Name, int Bytes, string? Content);

/// <param name="Versions">Those the person was taken out of.</param>
/// <param name="IsInForce">Whether the version in force still has the person.</param>
/// <param name="Moves">How many entries of the history have that name.</param>
/// <param name="Secrets">Names of secrets that were theirs.</param>
internal sealed record ForgottenResource(string Person, IReadOnlyList<string> Versions, bool IsInForce, int Moves, IReadOnlyList<string> Secrets);

/// <param name="Items">In the order in which they should be mended.</param>
internal sealed record DoctorResource(int Errors, int Warnings, IReadOnlyList<FindingResource> Items);

/// <param name="Level">`good`, `warning` or `error`.</param>
/// <param name="Fix">Null when it is good, or when the words say it.</param>
internal sealed record FindingResource(string Level, string What, string? Fix);

/// <param name="Past">Events that are over, and were left out.</param>
/// <param name="Problems">What could not be taken over.</param>
internal sealed record TimeOffImportResource(int Entered, int Known, int Cancelled, int Past, IReadOnlyList<CalendarProblemResource> Problems);

/// <param name="Line">Of the file.</param>
internal sealed record CalendarProblemResource(int Line, string Problem);

/// <param name="Schedules">Each held against what the other tool says itself.</param>
/// <param name="Unmapped">What has no counterpart here.</param>
/// <param name="Missing">What keeps it from being the same team; empty when it is.</param>
internal sealed record ImportResource(
    string Source, string Directory, int People, int Policies, int Services, IReadOnlyList<ScheduleProofResource> Schedules, IReadOnlyList<UnmappedResource> Unmapped, IReadOnlyList<string> Missing);

/// <param name="MinutesThatDiffer">Null where the export says nothing about who is on call.</param>
internal sealed record ScheduleProofResource(string Schedule, long? MinutesThatDiffer, IReadOnlyList<ScheduleDifferenceResource> Differences);

/// <summary>A stretch of time with other people on call.</summary>
internal sealed record ScheduleDifferenceResource(Instant From, Instant To, string Theirs, string Ours);

/// <param name="IsLeftOut">Whether it is missing in what was written.</param>
internal sealed record UnmappedResource(string What, bool IsLeftOut);
