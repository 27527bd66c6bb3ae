using Incidents.Application.Configuration;
using Incidents.Application.Paging;
using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Actions;

/// <summary>One act on several incidents: each changes for itself, with an event of its own, and one that refuses keeps no other from it.</summary>
public sealed class ActOnSeveral(
    IIncidentStore store, AcknowledgeIncident acknowledge, IOnCallConfigurationProvider configuration, Dispatcher dispatcher, RecentPages recent, ResolveIncident resolve, MergeIncidents merge)
{
    /// <summary>How many may be listed.</summary>
    public const int Most = 100;

    /// <summary>How many a person takes at once by asking for all of theirs.</summary>
    public const int MostOfMine = 1_000;

    /// <summary>Acknowledges them all; the channel gets one message.</summary>
    /// <returns>What became of each, in the order given.</returns>
    /// <exception cref="StoreUnavailableException">None is changed.</exception>
    /// <param name="stay">For how long the holder says that they stay on them; null for the usual time.</param>
    public async Task<IReadOnlyList<SeveralResult>> Acknowledge(IReadOnlyList<IncidentNumber> numbers, Actor by, CancellationToken cancellation, Duration? stay = null)
    {
        var settings = await configuration.CurrentOrNone(cancellation);
        var gathered = new Gathered(recent.Known());
        var results = await Each(numbers, async number =>
        {
            var result = await acknowledge.Change(number, by, settings, stay, cancellation);
            return result is ChangeResult.Changed changed && settings is not null
                ? changed with { After = await dispatcher.Dispatch(changed.Before, changed.After, gathered, cancellation) }
                : result;
        });
        await dispatcher.Send(gathered, cancellation);
        return results;
    }

    /// <summary>Confirms for all of them that their holder is still on it.</summary>
    /// <inheritdoc cref="Acknowledge" />
    public Task<IReadOnlyList<SeveralResult>> StillOnIt(IReadOnlyList<IncidentNumber> numbers, Actor by, CancellationToken cancellation) =>
        Each(numbers, number => acknowledge.StillOnIt(number, by, cancellation));

    /// <summary>A person ends them all for the same reason.</summary>
    /// <inheritdoc cref="Acknowledge" />
    public Task<IReadOnlyList<SeveralResult>> Resolve(IReadOnlyList<IncidentNumber> numbers, Actor by, ResolveReason reason, bool confirmed, string? note, CancellationToken cancellation) =>
        Each(numbers, number => resolve.Handle(number, by, reason, confirmed, note, cancellation));

    /// <summary>Several incidents are one: all but one end as its duplicates, one after the other.</summary>
    /// <inheritdoc cref="Acknowledge" />
    public Task<IReadOnlyList<SeveralResult>> Merge(IReadOnlyList<IncidentNumber> numbers, IncidentNumber into, Actor by, CancellationToken cancellation) =>
        Each(numbers, number => merge.Handle(number, into, by, cancellation), atATime: 1);

    /// <summary>The open incidents that none of the people has and for which a person was paged, the worst first.</summary>
    /// <exception cref="StoreUnavailableException">They cannot be read.</exception>
    public async Task<IReadOnlyList<IncidentNumber>> PagedFor(PersonId person, CancellationToken cancellation)
    {
        var waiting = (await store.OpenIncidents(cancellation)).Where(i => i.NeedsResponder && !i.Source.IsCheck()).OrderBy(i => i.Severity).ThenBy(i => i.Number.Value);
        var theirs = new List<IncidentNumber>();
        foreach (var some in waiting.Chunk(AtATime))
        {
            var paged = await Task.WhenAll(some.Select(i => WasPaged(i, person, cancellation)));
            theirs.AddRange(some.Zip(paged).Where(pair => pair.Second).Select(pair => pair.First.Number));
        }

        return [.. theirs.Take(MostOfMine)];
    }

    private async Task<bool> WasPaged(Incident incident, PersonId person, CancellationToken cancellation) =>
        incident.LastPage?.Person == person
        || incident.Pages.Exists(page => page.Person == person)
        || (await store.Timeline(incident.Number, cancellation)).Any(entry => entry.Event is PageSent sent && sent.Person == person);

    private static async Task<IReadOnlyList<SeveralResult>> Each(IReadOnlyList<IncidentNumber> numbers, Func<IncidentNumber, Task<ChangeResult>> change, int atATime = AtATime)
    {
        var results = new List<SeveralResult>();
        StoreUnavailableException? silence = null;
        foreach (var some in numbers.Distinct().Chunk(atATime))
        {
            results.AddRange(await Task.WhenAll(some.Select(Try)));
        }

        return silence is not null && results.TrueForAll(r => r.Change is null) ? throw silence : results;

        async Task<SeveralResult> Try(IncidentNumber number)
        {
            try
            {
                return new SeveralResult(number, await change(number));
            }
            catch (StoreUnavailableException unavailable)
            {
                silence = unavailable;
                return new SeveralResult(number, Change: null);
            }
        }
    }

    private const int AtATime = 16;
}

/// <summary>What became of one of several incidents.</summary>
/// <param name="Change">Null when the store gave no answer for it: perhaps it is changed, and saying it again does no harm.</param>
public sealed record SeveralResult(IncidentNumber Number, ChangeResult? Change)
{
    /// <summary>Why it was not changed, in words; null when it was.</summary>
    public string? Problem => Change switch
    {
        ChangeResult.Changed => null,
        ChangeResult.Ignored { Refusal: Refusal.AlreadyAcknowledged, Record.Incident.AcknowledgedBy: { } by } => $"{by.Name} has it",
        ChangeResult.Ignored ignored => Incidents.Application.Notifications.DecisionWords.InWords(ignored.Refusal),
        ChangeResult.NotFound missing => missing.Number == Number ? "there is no such incident" : $"there is no {missing.Number}",
        _ => "the store gave no answer: say it again",
    };
}
