using System.Collections.Concurrent;
using Incidents.Application.Idempotency;
using Incidents.Application.Store;

namespace Incidents.Adapters.CommandLine.InMemory;

/// <summary>Answers as a dictionary: the same contract, gone with the process.</summary>
public sealed class InMemoryKeptAnswers : IKeptAnswers
{
    private readonly ConcurrentDictionary<string, KeptAnswer> answers = new();

    /// <inheritdoc />
    public Task<KeptAnswer?> Find(string id, CancellationToken cancellation) => Task.FromResult(answers.GetValueOrDefault(id));

    /// <inheritdoc />
    public Task<SaveResult> Save(string id, KeptAnswer? known, KeptAnswer next, CancellationToken cancellation) =>
        Task.FromResult((known is null ? answers.TryAdd(id, next) : answers.TryUpdate(id, next, known)) ? SaveResult.Saved : SaveResult.Conflict);
}
