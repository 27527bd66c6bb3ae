using System.Collections.Concurrent;
using Incidents.Application.Time;
using Incidents.Domain;
using NodaTime;

namespace Incidents.Application.Intake.FailOpen;

/// <summary>At most one message about the same in a while; what is left out meanwhile is counted in the next.</summary>
/// <remarks>Messages about the same go one at a time, so that none relies on one that then could not be sent; others do not wait for them.</remarks>
internal sealed class NotificationThrottle(TimeProvider clock, Duration quiet) : IDisposable
{
    private readonly ConcurrentDictionary<string, Topic> topics = [];

    /// <param name="about">What it is about; messages about something else are not held back.</param>
    /// <param name="thing">The thing that it names: the last message told its readers of no other.</param>
    /// <param name="tell">Sends the notification. Its argument is the number of suppressed notifications and since when; it returns the ids of the people reached, null when neither a person nor the topic was reached.</param>
    /// <returns>Whom this reached, or the last message that named the thing; null when no person and no topic was reached.</returns>
    public async Task<IReadOnlyList<PersonId>?> Tell(string about, string thing, Func<SuppressedCount?, Task<IReadOnlyList<PersonId>?>> tell, CancellationToken cancellation)
    {
        var topic = topics.GetOrAdd(about, _ => new Topic());
        await topic.Turn.WaitAsync(cancellation);
        try
        {
            var now = clock.Now();
            if (topic.Last is { } recent && now - recent.At < quiet)
            {
                topic.Last = recent with { LeftOut = recent.LeftOut + 1 };
                return recent.Thing == thing ? recent.Reached : [];
            }

            if (await tell(topic.Last is { LeftOut: > 0 } some ? new SuppressedCount(some.LeftOut, some.At) : null) is not { } reached)
            {
                return null;
            }

            topic.Last = new Told(now, 0, thing, reached);
            return reached;
        }
        finally
        {
            topic.Turn.Release();
        }
    }

    public void Dispose()
    {
        foreach (var topic in topics.Values)
        {
            topic.Dispose();
        }
    }

    private sealed record Told(Instant At, int LeftOut, string Thing, IReadOnlyList<PersonId> Reached);

    private sealed class Topic : IDisposable
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public Told? Last { get; set; }

        public void Dispose() => Turn.Dispose();
    }
}

/// <summary>Messages that were not sent because one about the same had been.</summary>
internal sealed record SuppressedCount(int Count, Instant Since);
