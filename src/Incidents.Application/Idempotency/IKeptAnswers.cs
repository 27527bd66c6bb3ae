using Incidents.Application.Store;
using NodaTime;

namespace Incidents.Application.Idempotency;

/// <summary>Where answers are kept that a repeated request gets again.</summary>
/// <remarks>Calls that cannot be answered throw <see cref="StoreUnavailableException"/>.</remarks>
public interface IKeptAnswers
{
    /// <summary>What is kept under an id, which may be older than a day: the store forgets it at some time after that. Null when nothing is.</summary>
    Task<KeptAnswer?> Find(string id, CancellationToken cancellation);

    /// <summary>Puts an answer in the place of the one the caller knows, or of none; a <see cref="SaveResult.Conflict"/> when another is there.</summary>
    Task<SaveResult> Save(string id, KeptAnswer? known, KeptAnswer next, CancellationToken cancellation);
}

/// <summary>The answer to a request with an idempotency key.</summary>
/// <param name="Request">Hash of what was asked: the same key with another request is a mistake.</param>
/// <param name="At">When it was asked.</param>
public sealed record KeptAnswer(string Request, Instant At)
{
    /// <summary>HTTP status; null while the request is under way.</summary>
    public int? Status { get; init; }

    /// <summary>Media type of the body.</summary>
    public string? Type { get; init; }

    /// <summary>The body; null when it may not be kept, or is too long.</summary>
    public string? Body { get; init; }

    /// <summary>Where what was made can be found.</summary>
    public string? Location { get; init; }
}
