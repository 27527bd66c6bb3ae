using System.CommandLine;
using Incidents.Application.Configuration.Versions;
using Incidents.Application.Overrides;
using Incidents.Cli.Answers;
using Incidents.Configuration.Authoring.Comparing;
using Incidents.Configuration.Authoring.Pushing;
using Incidents.Configuration.Loading;
using Incidents.Domain.Configuration;
using NodaTime;
using NodaTime.Text;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Configurations;

/// <summary>Puts another version in force: shows what that changes tonight, asks, and moves the pointer.</summary>
/// <param name="Parsed">What was asked for, and how it is answered.</param>
/// <param name="By">Who does it.</param>
/// <param name="Yes">Skips the question.</param>
internal sealed record PointerMove(IConfigurationStore Store, IOverrideStore Overrides, ParseResult Parsed, string By, bool Yes)
{
    /// <summary>What a rollback calls the copy deployed with the code.</summary>
    public const string Packaged = "packaged";

    /// <summary>ARN of the AWS credentials it is done with; null where AWS was not asked.</summary>
    public string? Caller { get; init; }

    private static readonly Duration Tonight = Duration.FromHours(24);

    /// <param name="version">Null for the copy deployed with the code.</param>
    /// <param name="settings">What is in it; null where it cannot be read from here.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> To(ConfigurationVersion? version, OnCallConfiguration? settings, CancellationToken cancellation)
    {
        var known = await Store.Pointer(cancellation);
        if (known.Version == version?.Id)
        {
            return Answer.Print(Parsed, Resource(known), $"{Name(known.Version)} is in force already{(known.Revision == 0 ? "" : $", pushed by {known.By}")}");
        }

        if (!JsonOption.IsGiven(Parsed))
        {
            await Show(known, settings, cancellation);
        }

        if (!Yes && Ask(version) is { } no)
        {
            return Complaint.Refused(Parsed.Host, no);
        }

        var pushed = await new PushConfiguration(Store, Parsed.Host.Clock, Caller).Handle(known, version, By, cancellation);
        if (!pushed.IsDone)
        {
            return Complaint.Refused(Parsed.Host, $"{pushed.Pointer.By} has put {Name(pushed.Pointer.Version)} in force meanwhile, so nothing was changed: look at what it changes and run this again");
        }

        return Answer.Print(
            Parsed,
            Resource(pushed.Pointer),
            $"{Name(version?.Id)} is in force from the next invocation on (revision {pushed.Pointer.Revision}, by {Who(pushed.Pointer)})",
            $"to undo it: ./incidents config rollback {known.Version ?? Packaged}");
    }

    /// <summary>A move as JSON has it.</summary>
    public static ConfigurationMoveResource Resource(ConfigurationPointer pointer) => pointer.Revision == 0
        ? new(pointer.Version, 0, null, null, null)
        : new(pointer.Version, pointer.Revision, pointer.At, pointer.By, pointer.Caller);

    /// <summary>Who moved a pointer: as they called themselves, and by whose credentials.</summary>
    public static string Who(ConfigurationPointer pointer) => pointer.Caller is { } caller ? $"{pointer.By} ({caller})" : pointer.By;

    /// <summary>How people call a version.</summary>
    public static string Name(string? version) => version is null ? "the copy deployed with the code" : $"version {version}";

    private async Task Show(ConfigurationPointer known, OnCallConfiguration? settings, CancellationToken cancellation)
    {
        var made = (await Overrides.Load(cancellation)).Overrides;
        var from = PrintedComparison.ThisMinute(Parsed.Host.Clock);
        var after = settings is null ? null : WithRuntimeOverrides.Merge(settings, made);
        if (after is not null && await InForce(known, from, cancellation) is { } before)
        {
            PrintedComparison.Show(Parsed.Host, ConfigurationComparison.Between(WithRuntimeOverrides.Merge(before, made), after, from, from + Tonight), "text");
            Parsed.Host.Say("");
            return;
        }

        Parsed.Host.Say((known.Version, after) switch
        {
            (null, _) => "The copy deployed with the code is in force, and cannot be read from here: ./incidents diff OLD NEW compares with the directory it was deployed from.",
            (_, null) => "What was deployed with the code cannot be read from here: ./incidents diff OLD NEW compares with the directory it was deployed from.",
            _ => $"Version {known.Version} is in force, but cannot be read, so there is no comparison.",
        });
        if (after is not null)
        {
            Parsed.Host.Say("On call with the new version:");
        }

        foreach (var duty in after?.OnCallNow(from) ?? [])
        {
            var people = duty.People.Count == 0 ? "nobody" : string.Join(" + ", duty.People.Select(person => person.Name));
            Parsed.Host.Say($"  {duty.Schedule.Name}: {people}{(duty.Until is { } until ? $" until {InstantPattern.General.Format(until)}" : "")}");
        }
    }

    private async Task<OnCallConfiguration?> InForce(ConfigurationPointer known, Instant now, CancellationToken cancellation) =>
        known.Version is { } id && (await Store.Read(id, cancellation))?.Load(now) is ConfigurationResult.Valid valid ? valid.Configuration : null;

    /// <returns>Null when the person typed yes; else the reason why not.</returns>
    private string? Ask(ConfigurationVersion? version)
    {
        if (!Parsed.Host.CanAsk || JsonOption.IsGiven(Parsed))
        {
            return "nobody can be asked here, so nothing was changed: say --yes";
        }

        return Parsed.Host.Ask($"Put {Name(version?.Id)} in force? [y/N] ")?.Trim() is "y" or "Y" or "yes" ? null : "nothing was changed";
    }
}
