using Incidents.Application.Configuration.Versions;
using Incidents.Application.Configuration.Versions.Forgetting;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain;

namespace Incidents.Configuration.Authoring.Forgetting;

/// <summary>Takes a person out of every version of the configuration that is kept, but for the one in force.</summary>
public sealed class ForgetPerson(IConfigurationArchive store, TimeProvider clock)
{
    private const string Neutral = "forgotten-";

    /// <summary>What there is to do. Changes nothing.</summary>
    /// <param name="person">The id under `people:`.</param>
    /// <returns>Null when no version has such a person.</returns>
    /// <exception cref="StoreUnavailableException">It cannot be told.</exception>
    public async Task<ForgetPlan?> Look(PersonId person, string by, CancellationToken cancellation)
    {
        var pointer = await store.Pointer(cancellation);
        var versions = new List<ConfigurationVersion>();
        foreach (var id in await store.Versions(cancellation))
        {
            if (await store.Read(id, cancellation) is { } version)
            {
                versions.Add(version);
            }
        }

        var entries = versions.ToDictionary(version => version.Id, version => version.Files.Select(file => PersonEntry.Find(RedactedCopy.TextOf(file), person)).OfType<PersonEntry>().ToList());
        var all = entries.Values.SelectMany(found => found).ToList();
        if (all.Count == 0)
        {
            return null;
        }

        var terms = new PersonTerms(person, all);
        var (neutral, redaction) = (NeutralWord(versions), new Redaction(by, clock.Now()));
        return new ForgetPlan(
            person,
            pointer,
            [
                // Those that say most of the person last: as long as one is left, a run that was broken off can be made again.
                .. versions.Where(version => version.Id != pointer.Version)
                    .OrderBy(version => entries[version.Id].Count)
                    .Select(version => RedactedCopy.Of(version, person, terms, neutral, redaction) is { } copy ? new Forgetting(version, copy) : null)
                    .OfType<Forgetting>(),
            ],
            pointer.Version is { } current && entries.GetValueOrDefault(current) is { Count: > 0 },
            [.. all.SelectMany(entry => entry.Secrets).Distinct().Order(StringComparer.Ordinal)]);
    }

    /// <summary>Replaces what <see cref="Look"/> has found, one version at a time.</summary>
    /// <returns>False when the configuration in force, or one of those versions, was changed meanwhile: what is left is found by the next look.</returns>
    /// <exception cref="StoreUnavailableException">Some may be replaced; running it again does the rest.</exception>
    public async Task<bool> Handle(ForgetPlan plan, CancellationToken cancellation)
    {
        foreach (var version in plan.Versions)
        {
            if (await store.Replace(plan.Pointer, version.Kept, version.Copy, cancellation) == SaveResult.Conflict)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>One that none of them has.</summary>
    private static string NeutralWord(IReadOnlyCollection<ConfigurationVersion> versions) => Enumerable.Range(1, int.MaxValue)
        .Select(number => $"{Neutral}{number}")
        .First(word => !versions.Any(version => version.Files.Any(file => RedactedCopy.TextOf(file).Contains(word, StringComparison.Ordinal) || file.Name.Contains(word, StringComparison.Ordinal))));
}

/// <summary>What forgetting a person comes to.</summary>
/// <param name="Person">The id.</param>
/// <param name="Pointer">Which version was in force when this was found.</param>
/// <param name="Versions">Those to be replaced.</param>
/// <param name="IsInForce">Whether the person is one of those in the version in force, which stays as it is.</param>
/// <param name="Secrets">Names of secrets that were theirs, in any version.</param>
public sealed record ForgetPlan(PersonId Person, ConfigurationPointer Pointer, IReadOnlyList<Forgetting> Versions, bool IsInForce, IReadOnlyList<string> Secrets);

/// <summary>A version, and the copy that takes its place.</summary>
public sealed record Forgetting(ConfigurationVersion Kept, ConfigurationVersion Copy);
