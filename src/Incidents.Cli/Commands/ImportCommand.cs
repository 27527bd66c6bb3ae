using System.CommandLine;
using Incidents.Application.Time;
using Incidents.Cli.Answers;
using Incidents.Cli.Import;
using Incidents.Configuration.Files;
using Incidents.Configuration.Loading;
using Incidents.Domain;
using Incidents.Import;
using Incidents.Import.Sources;
using Incidents.Import.Writing;
using NodaTime;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Commands;

/// <summary>`incidents import`: another tool's export as our configuration, with the proof that the same people are on call. It calls no server.</summary>
internal static class ImportCommand
{
    /// <summary>A year of a large account's answers is some tens of megabytes.</summary>
    private const long MostBytes = 256 * 1024 * 1024;

    public static Command Create()
    {
        var command = new Command("import", "People, schedules, policies and services from another tool's export");
        foreach (var source in ImportSource.All)
        {
            command.Subcommands.Add(From(source));
        }

        return command;
    }

    private static Command From(ImportSource source)
    {
        var files = new Argument<FileInfo[]>("files") { Description = $"Answers of {source.Name}'s API as JSON, in any order; several in one file are fine", Arity = ArgumentArity.OneOrMore };
        var folder = new Option<DirectoryInfo>("--out") { Description = "Where the configuration is written; it must hold none yet", DefaultValueFactory = _ => new DirectoryInfo("imported") };
        var at = new Option<string?>("--at") { Description = "Schedules are compared for the 90 days from this instant or day on; now when left out" };
        var command = new Command(source.Id, $"From {source.Name}") { files, folder, at, new JsonOption() };
        command.SetAction(parsed =>
        {
            if (!UtcTimes.TryRead(parsed.GetValue(at), parsed.Host.Clock.Now(), out var instant))
            {
                return Complaint.Usage(parsed.Host, "write --at as 2026-09-14T09:00:00Z, or a day as 2026-09-14");
            }

            var directory = parsed.GetValue(folder)!;
            if (directory.Exists && directory.EnumerateFiles("*.y*ml", SearchOption.AllDirectories).Any())
            {
                return Complaint.Refused(parsed.Host, $"{directory} already holds a configuration: name another folder with --out");
            }

            return Read(parsed.Host, parsed.GetValue(files)!) is { } exports ? Import(parsed, source, exports, directory, instant) : ExitCode.Refused;
        });
        return command;
    }

    private static int Import(ParseResult parsed, ImportSource source, IReadOnlyList<ExportFile> exports, DirectoryInfo directory, Instant at)
    {
        var team = source.Import(exports, at);
        var proofs = team.Schedules
            .Select(schedule => team.Rendered.FirstOrDefault(one => one.Schedule == schedule.Id.Value) is { } rendered ? ScheduleProof.Of(schedule, rendered, at) : null)
            .ToList();
        var written = ImportedFiles.Write(team, source.Name);
        directory.Create();
        foreach (var file in written)
        {
            File.WriteAllBytes(Path.Combine(directory.FullName, file.Name), file.Content.ToArray());
        }

        var result = new ConfigurationDirectory(directory.ToString()).Load(at);
        var missing = ImportText.Missing(team, proofs, result).ToList();
        Answer.Print(
            parsed,
            Resource(source, team, proofs, directory.ToString(), missing),
            [.. ImportText.Lines(source, team, proofs), .. ImportText.Verdict(result, directory.ToString()), .. ImportText.Conclusion(missing)]);

        return missing.Count == 0 ? ExitCode.Done : ExitCode.Refused;
    }

    private static ImportResource Resource(ImportSource source, ImportedTeam team, IReadOnlyList<ScheduleProof?> proofs, string directory, IReadOnlyList<string> missing) => new(
        source.Id,
        directory,
        team.People.Count,
        team.Policies.Count,
        team.Services.Count,
        [.. team.Schedules.Zip(proofs, (schedule, proof) => new ScheduleProofResource(
            schedule.Id.Value, proof?.MinutesThatDiffer, [.. (proof?.Differences ?? []).Select(one => new ScheduleDifferenceResource(one.From, one.To, $"{one.Theirs}", $"{one.Ours}"))]))],
        [.. team.Unmapped.Select(one => new UnmappedResource($"{one}", one.IsLeftOut))],
        missing);

    /// <summary>Null when one cannot be read, with the error printed.</summary>
    private static List<ExportFile>? Read(CommandHost host, IEnumerable<FileInfo> files)
    {
        var exports = new List<ExportFile>();
        foreach (var file in files)
        {
            try
            {
                if (file.Length > MostBytes)
                {
                    Complaint.Refused(host, $"{file} has more than {MostBytes / 1024 / 1024} MB: export fewer objects at a time");
                    return null;
                }

                exports.Add(new ExportFile(file.ToString(), File.ReadAllBytes(file.FullName)));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Complaint.Refused(host, $"{file} cannot be read ({e.Message.TrimEnd('.')})");
                return null;
            }
        }

        return exports;
    }
}
