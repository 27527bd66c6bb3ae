using Incidents.Application;
using NodaTime;

namespace Incidents.Adapters.Aws;

/// <summary>Secrets by the names of their parameters, read together and kept for five minutes.</summary>
/// <remarks>
/// Reading begins with the constructor and holds nothing up. When the store gives no answer, what was read last stays good, and it is
/// asked again after a minute. When it does answer, its answer is the truth: a parameter that is gone is gone here too.
/// </remarks>
public sealed class CachedSecrets
{
    private static readonly Duration StaysFresh = Duration.FromMinutes(5);
    private static readonly Duration BetweenAttempts = Duration.FromMinutes(1);

    private readonly ReadParameters read;
    private readonly IReadOnlyCollection<string> names;
    private readonly TimeProvider clock;
    private readonly Lock gate = new();
    private Held? held;
    private Task<Exception?> attempt;
    private Instant attemptedAt;

    /// <summary>Begins to read all of <paramref name="names"/>.</summary>
    public CachedSecrets(ReadParameters read, IReadOnlyCollection<string> names, TimeProvider clock)
    {
        this.read = read;
        this.names = names;
        this.clock = clock;
        attempt = Begin(clock.Now());
    }

    /// <summary>A secret the product cannot do without.</summary>
    /// <exception cref="SecretUnavailableException">There is none; the message names the parameter and the fix, never a value.</exception>
    public async ValueTask<string> Get(string name, CancellationToken cancellation) =>
        await Find(name, cancellation) ?? throw SecretUnavailableException.Missing(name);

    /// <summary>A secret that may not exist; null when it does not.</summary>
    /// <exception cref="SecretUnavailableException">Whether it exists could never be learnt.</exception>
    public async ValueTask<string?> Find(string name, CancellationToken cancellation)
    {
        if (await Refresh(cancellation) is { } failure && Volatile.Read(ref held) is null)
        {
            throw SecretUnavailableException.Unread(name, failure);
        }

        return Known(name);
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

            running = attempt = attempt.IsCompleted ? Begin(now) : attempt;
        }

        await running.WaitAsync(cancellation);
        return !SameValues(before, Volatile.Read(ref held));
    }

    private Task<Exception?> Refresh(CancellationToken cancellation)
    {
        lock (gate)
        {
            var now = clock.Now();
            if (held is { } fresh && now - fresh.At < StaysFresh)
            {
                return Task.FromResult<Exception?>(null);
            }

            if (attempt.IsCompleted && (held is null || now - attemptedAt >= BetweenAttempts))
            {
                attempt = Begin(now);
            }

            return attempt.WaitAsync(cancellation);
        }
    }

    /// <summary>Belongs to everybody who waits, so nobody's cancellation ends it.</summary>
    private async Task<Exception?> Begin(Instant now)
    {
        attemptedAt = now;
        await Task.Yield();
        try
        {
            var values = await read(names, CancellationToken.None);
            Volatile.Write(ref held, new Held(values, now));
            return null;
        }
        catch (Exception failure)
        {
            // Nobody may be there to see it; whoever asks next is told.
            return failure;
        }
    }

    private static bool SameValues(Held? one, Held? other) =>
        ReferenceEquals(one, other)
        || (one is not null && other is not null && one.Values.Count == other.Values.Count && !one.Values.Except(other.Values).Any());

    private sealed record Held(IReadOnlyDictionary<string, string> Values, Instant At);
}
