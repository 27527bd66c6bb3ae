using Incidents.Application.Redaction;
using Incidents.Application.Time;
using NodaTime;

namespace Incidents.Application.Refusals;

/// <summary>Counts what was refused, by reason, and says so in one line at most once a minute: a flood is one line, and nothing is refused silently.</summary>
/// <remarks>The first refusal is said at once. What follows within the minute is said with the next one after it, or by <see cref="Tell"/>.</remarks>
/// <param name="say">Takes a line, without secrets.</param>
public sealed class RefusalCounts(TimeProvider clock, Action<string> say)
{
    private static readonly Duration Minute = Duration.FromMinutes(1);
    private const int LongestDetail = 120;

    private readonly Lock gate = new();
    private readonly SortedDictionary<RefusedFor, (int Times, string Detail)> counts = [];
    private Instant told = Instant.MinValue;

    /// <summary>Counts one refusal.</summary>
    /// <param name="detail">What exactly was wrong; the newest stands for all of its reason. May come from outside.</param>
    public void Count(RefusedFor reason, string detail)
    {
        lock (gate)
        {
            counts[reason] = (counts.GetValueOrDefault(reason).Times + 1, detail);
        }

        Tell();
    }

    /// <summary>Logs the counts not logged yet, at most once a minute.</summary>
    public void Tell()
    {
        string line;
        lock (gate)
        {
            var now = clock.Now();
            if (counts.Count == 0 || (told <= now && told > Instant.MinValue && now - told < Minute))
            {
                return;
            }

            line = $"refused: {string.Join(", ", counts.Select(count => $"{count.Key.ToString().ToLowerInvariant()} {count.Value.Times} ({Bounded(count.Value.Detail)})"))}";
            counts.Clear();
            told = now;
        }

        say(line);
    }

    private static string Bounded(string detail)
    {
        var text = Redactor.Redact(detail);
        return string.Concat(text.Take(LongestDetail).Select(c => char.IsControl(c) ? ' ' : c));
    }
}
