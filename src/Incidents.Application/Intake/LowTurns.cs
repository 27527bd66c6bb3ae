using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Incidents.Application.Alarms;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Configuration;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Application.Intake;

/// <summary>What becomes of one message of low urgency.</summary>
/// <param name="Wait">How long its incident waits to be posted with others; zero posts it at once.</param>
/// <param name="Number">Which of its kind it is today.</param>
internal sealed record LowTurn(Duration Wait, int Number)
{
    /// <summary>Told at once.</summary>
    public static LowTurn Now { get; } = new(Duration.Zero, 1);

    /// <summary>Whether today's limit of its kind is reached: it is then only counted, in one incident for all the rest.</summary>
    public bool IsOnlyCounted => Number > NoticeSettings.MostADay;
}

/// <summary>
/// Decides it by two lines of the book of what was told: how many of a kind there were today, and when the last one of a kind and service was told at once. Each
/// line ends in the mark of the message that wrote it last, so that a message that is tried again is decided as before.
/// </summary>
internal static class LowTurns
{
    private const string Subject = "low ";

    /// <summary>A short hash that identifies a message.</summary>
    public static string Mark(DedupKey key, Instant at) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key} {at.ToUnixTimeTicks()}")))[..12];

    /// <returns>The book as it is then; null when nothing in it changes.</returns>
    public static (LowTurn Turn, IReadOnlyDictionary<string, string>? Book) Decide(
        IReadOnlyDictionary<string, string> book, NoteKind kind, ServiceId service, string message, Duration digest, Instant now)
    {
        var today = LocalDatePattern.Iso.Format(now.InUtc().Date);
        var next = book.Where(line => !IsOver(line, now)).ToDictionary();
        var (count, window) = ($"{Subject}{kind}", $"{Subject}{kind} {service}");
        var number = 1;
        if (next.GetValueOrDefault(count)?.Split(' ') is [var day, var before, var last] && day == today && int.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var known))
        {
            number = last == message ? known : known + 1;
        }

        next[count] = string.Create(CultureInfo.InvariantCulture, $"{today} {number} {message}");
        var wait = Duration.Zero;
        if (number <= NoticeSettings.MostADay)
        {
            if (next.GetValueOrDefault(window)?.Split(' ') is [var begun, var first] && InstantPattern.General.Parse(begun) is { Success: true, Value: var at } && at <= now && now < at + digest)
            {
                wait = first == message ? Duration.Zero : at + digest - now;
            }
            else
            {
                next[window] = $"{InstantPattern.General.Format(now)} {message}";
            }
        }

        return (new LowTurn(wait, number), next.Count == book.Count && next.All(line => book.GetValueOrDefault(line.Key) == line.Value) ? null : next);
    }

    /// <summary>Lines of days past are dropped, so that the book stays short.</summary>
    private static bool IsOver(KeyValuePair<string, string> line, Instant now) =>
        line.Key.StartsWith(Subject, StringComparison.Ordinal)
        && (line.Value.Length < 10 || LocalDatePattern.Iso.Parse(line.Value[..10]) is not { Success: true, Value: var day } || day < now.InUtc().Date.PlusDays(-1));
}
