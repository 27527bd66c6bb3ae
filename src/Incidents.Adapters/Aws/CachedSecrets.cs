using Incidents.Application.Time;
using NodaTime;

namespace Incidents.Adapters.Aws;

/// <summary>Says where parameters were before, for those that are not where they should be.</summary>
/// <param name="found">What was found of those that were read together.</param>
/// <returns>The old names of those that may have one, by their names of today.</returns>
public delegate ValueTask<IReadOnlyDictionary<string, string>> FindOldNames(IReadOnlyDictionary<string, string> found, IReadOnlyList<string> missing);

/// <summary>Secrets by the names of their parameters, read together and kept for five minutes.</summary>
/// <remarks>
/// When the store gives no answer, to all or for one, what was read last stays good, and it is asked again after a minute. When it does
/// answer, its answer is the truth: a parameter that is gone is gone here too.
/// </remarks>
public sealed class CachedSecrets
{
    private static readonly Duration StaysFresh = Duration.FromMinutes(5);
    private static readonly Duration BetweenAttempts = Duration.FromMinutes(1);

    private readonly ReadParameters read;
    private readonly Func<ValueTask<IReadOnlyCollection<string>>> names;
    private readonly TimeProvider clock;
    private readonly FindOldNames? before;
    private readonly HashSet<string> asBesides = [];
    private readonly Lock gate = new();
    private Held? held;
    private Task<Exception?> attempt = Task.FromResult<Exception?>(null);
    private Instant attemptedAt;

    /// <summary>Begins to read all of <paramref name="names"/>, and holds nothing up.</summary>
    public CachedSecrets(ReadParameters read, IReadOnlyCollection<string> names, TimeProvider clock, FindOldNames? before = null)
        : this(read, () => ValueTask.FromResult(names), clock, before) => Begin();

    /// <summary>Reads what <paramref name="names"/> gives at each time, and from <see cref="Begin"/> or the first question on.</summary>
    public CachedSecrets(ReadParameters read, Func<ValueTask<IReadOnlyCollection<string>>> names, TimeProvider clock, FindOldNames? before = null)
    {
        this.read = read;
        this.names = names;
        this.clock = clock;
        this.before = before;
    }

    /// <summary>Reads unless it was read lately. Returns at once.</summary>
    public void Begin() => _ = Running(name: null);

    /// <summary>A secret the product cannot do without.</summary>
    /// <exception cref="SecretUnavailableException">There is none; the message names the parameter and the fix, never a value.</exception>
    public async ValueTask<string> Get(string name, CancellationToken cancellation) =>
        await Find(name, cancellation) ?? throw SecretUnavailableException.Missing(name);

    /// <summary>A secret that may not exist; null when it does not.</summary>
    /// <exception cref="SecretUnavailableException">Whether it exists could never be learnt.</exception>
    public async ValueTask<string?> Find(string name, CancellationToken cancellation)
    {
        var failure = await Running(name).WaitAsync(cancellation);
        if (Volatile.Read(ref held)?.Asked.Contains(name) == false)
        {
            // What was under way had begun before this name was asked for.
            failure = await Running(name).WaitAsync(cancellation);
        }

        var known = Volatile.Read(ref held);
        return known is { } && known.Values.TryGetValue(name, out var value) ? value.Trim()
            : known is { } && known.Refused.TryGetValue(name, out var refused) ? throw SecretUnavailableException.Unread(name, refused)
            : failure is not null && known?.Asked.Contains(name) != true ? throw SecretUnavailableException.Unread(name, failure)
            : null;
    }

    /// <summary>A secret as it was last read, without reading; null when it was not.</summary>
    public string? Known(string name) => Volatile.Read(ref held)?.Values.GetValueOrDefault(name)?.Trim();

    /// <summary>Reads again because a secret was refused somewhere, unless that was done less than a minute ago.</summary>
    /// <returns>Whether any secret is another one now.</returns>
    public async ValueTask<bool> Reread(CancellationToken cancellation)
    {
        Task<Exception?> running;
        Held? before;
        lock (gate)
        {
            before = held;
            var now = clock.Now();
            if (attempt.IsCompleted && now - attemptedAt < BetweenAttempts)
            {
                return false;
            }

            running = attempt = attempt.IsCompleted ? Read(now) : attempt;
        }

        await running.WaitAsync(cancellation);
        return !SameValues(before, Volatile.Read(ref held));
    }

    /// <param name="name">The secret that is wanted; null when none is yet.</param>
    private Task<Exception?> Running(string? name)
    {
        lock (gate)
        {
            var now = clock.Now();
            var isNew = name is not null && held?.Asked.Contains(name) == false && asBesides.Add(name);
            if (held is { } fresh && now - fresh.At < StaysFresh && (name is null || (fresh.Asked.Contains(name) && !fresh.Refused.ContainsKey(name))))
            {
                return Task.FromResult<Exception?>(null);
            }

            if (attempt.IsCompleted && (held is null || isNew || now - attemptedAt >= BetweenAttempts))
            {
                attempt = Read(now);
            }

            return attempt;
        }
    }

    /// <summary>The read is shared by all callers that await it, so the cancellation of one does not cancel it.</summary>
    private async Task<Exception?> Read(Instant now)
    {
        attemptedAt = now;
        string[] besides = [.. asBesides];
        await Task.Yield();
        try
        {
            string[] asked = [.. (await names()).Concat(besides).Distinct()];
            var (found, refused) = await read.Each(asked);
            await AddFromOldPlaces(found, [.. asked.Where(name => !found.ContainsKey(name))]);
            foreach (var name in refused.Keys)
            {
                if (Known(name) is { } last)
                {
                    found.TryAdd(name, last);
                }
            }

            Volatile.Write(ref held, new Held(found, refused, asked.ToHashSet(), now));
            return null;
        }
        catch (Exception failure)
        {
            // Returned instead of thrown, for no caller may be waiting any more; the next call returns it too.
            return failure;
        }
    }

    private async Task AddFromOldPlaces(Dictionary<string, string> found, string[] missing)
    {
        if (before is null || missing.Length == 0 || await before(found, missing) is not { Count: > 0 } old)
        {
            return;
        }

        try
        {
            var (values, _) = await read.Each([.. old.Values.Distinct()]);
            foreach (var (name, place) in old)
            {
                if (values.TryGetValue(place, out var value))
                {
                    found[name] = value;
                }
            }
        }
        catch (AwsCallException refused) when (!refused.MayPass)
        {
            // It was only a place where they might have been.
        }
    }

    private static bool SameValues(Held? one, Held? other) =>
        ReferenceEquals(one, other)
        || (one is not null && other is not null && one.Values.Count == other.Values.Count && !one.Values.Except(other.Values).Any());

    private sealed record Held(IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, AwsCallException> Refused, IReadOnlySet<string> Asked, Instant At);
}
