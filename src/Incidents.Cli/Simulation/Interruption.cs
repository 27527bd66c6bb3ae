using Incidents.Domain;
using NodaTime;

namespace Incidents.Cli.Simulation;

/// <summary>Everything sent to a person, over all channels and incidents, with no more than 60 seconds between one message and the next.</summary>
/// <param name="OutOfHours">Whether its first message was.</param>
/// <param name="Channels">How many messages came over each, in the order of their first.</param>
internal sealed record Interruption(PersonId Person, string Name, Instant From, Instant To, bool OutOfHours, IReadOnlyList<(string Channel, int Messages)> Channels)
{
    private static readonly Duration Longest = Duration.FromSeconds(60);

    /// <summary>In words, such as `slack x2, sms`.</summary>
    public string By => string.Join(", ", Channels.Select(one => one.Messages == 1 ? one.Channel : $"{one.Channel} x{one.Messages}"));

    /// <summary>Those of all people, by when they begin.</summary>
    public static IReadOnlyList<Interruption> Of(IEnumerable<SimulatedMessage> messages) =>
        [.. messages.GroupBy(message => message.Person).SelectMany(OfOne).OrderBy(one => one.From)];

    private static IEnumerable<Interruption> OfOne(IEnumerable<SimulatedMessage> messages)
    {
        var together = new List<SimulatedMessage>();
        foreach (var message in messages.OrderBy(message => message.At))
        {
            if (together.Count > 0 && message.At - together[^1].At > Longest)
            {
                yield return Together(together);
                together = [];
            }

            together.Add(message);
        }

        if (together.Count > 0)
        {
            yield return Together(together);
        }
    }

    private static Interruption Together(List<SimulatedMessage> together) => new(
        together[0].Person,
        together[0].Name,
        together[0].At,
        together[^1].At,
        together[0].OutOfHours,
        [.. together.GroupBy(message => message.Channel).Select(channel => (channel.Key, channel.Count()))]);
}
