using System.Collections.Concurrent;
using System.Security.Cryptography;
using Incidents.Application.Time;
using NodaTime;

namespace Incidents.Web.Preview;

/// <summary>The addresses handed out with presses, with Slack's limits: five answers within thirty minutes.</summary>
/// <remarks>Source: https://docs.slack.dev/interactivity/handling-user-interaction#message_responses</remarks>
internal sealed class ResponseUrls(TimeProvider clock)
{
    private const int MostAnswers = 5;
    private static readonly Duration Lifetime = Duration.FromMinutes(30);

    private readonly ConcurrentDictionary<string, Press> presses = new();

    public string Open(int message, string user, int? whisper = null)
    {
        var now = clock.Now();
        foreach (var (old, press) in presses)
        {
            if (press.OpenedAt + Lifetime < now)
            {
                presses.TryRemove(old, out _);
            }
        }

        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        presses[token] = new Press(message, user, now, 0) { Whisper = whisper };
        return token;
    }

    /// <summary>The press an answer belongs to; null when the address is unknown, used up or too old.</summary>
    public Press? Use(string token)
    {
        while (presses.TryGetValue(token, out var press) && press.Answers < MostAnswers && clock.Now() <= press.OpenedAt + Lifetime)
        {
            if (presses.TryUpdate(token, press with { Answers = press.Answers + 1 }, press))
            {
                return press;
            }
        }

        return null;
    }

    /// <param name="User">Slack id of who pressed.</param>
    public sealed record Press(int Message, string User, Instant OpenedAt, int Answers)
    {
        /// <summary>Which whisper below the message was pressed in, which then is what an answer replaces; null for the message itself.</summary>
        public int? Whisper { get; init; }
    }
}
