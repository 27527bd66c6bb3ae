using System.Text;
using Incidents.Configuration.Loading;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Import.Sources;
using Incidents.Import.Writing;
using Incidents.Tests;
using NodaTime;

namespace Incidents.Import.Tests;

/// <summary>The sample exports, a folder of `tests/payloads/import` for each source. All are rendered from the same instant on.</summary>
internal static class Exports
{
    public static readonly Instant At = Instant.FromUtc(2026, 10, 19, 0, 0);

    public static ImportedTeam Sample(string source) => Sample(source, source);

    public static ImportedTeam Sample(string folder, string source) => Import(source, [.. Directory.GetFiles(Payload.PathOf($"import/{folder}"), "*.json").Order(StringComparer.Ordinal).Select(path => new ExportFile(Path.GetFileName(path), File.ReadAllBytes(path)))]);

    public static ImportedTeam Texts(string source, params string[] documents) =>
        Import(source, [.. documents.Select((text, index) => new ExportFile($"{index + 1}.json", Encoding.UTF8.GetBytes(text)))]);

    public static ImportedTeam Import(string source, params ExportFile[] files) => ImportSource.All.Single(one => one.Id == source).Import(files, At);

    public static ScheduleProof Proof(this ImportedTeam team, string schedule) =>
        ScheduleProof.Of(team.Schedules.Single(one => one.Id == new ScheduleId(schedule)), team.Rendered.Single(one => one.Schedule == schedule), At)!;

    public static string[] Differences(this ScheduleProof proof) => [.. proof.Differences.Select(one => $"{one.From} to {one.To}: theirs {one.Theirs}, ours {one.Ours}")];

    public static string[] Notes(this ImportedTeam team) => [.. team.Unmapped.Select(one => one.ToString())];

    /// <summary>Writes the configuration and reads it back with the product's own parser.</summary>
    public static ConfigurationResult Loaded(this ImportedTeam team) => ConfigurationLoader.Load(ImportedFiles.Write(team, "elsewhere"), "imported", At);

    public static OnCallConfiguration Good(this ImportedTeam team)
    {
        var result = team.Loaded();
        return result is ConfigurationResult.Valid valid ? valid.Configuration : throw new InvalidOperationException(result.ToString());
    }

    /// <summary>One of the files as it would be written.</summary>
    public static string Written(this ImportedTeam team, string file) =>
        Encoding.UTF8.GetString(ImportedFiles.Write(team, "elsewhere").Single(one => one.Name == file).Content.Span);
}
