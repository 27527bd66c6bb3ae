using Incidents.Application.Alarms;
using Incidents.Domain.Alarms;
using NodaTime;

namespace Incidents.FaultInjection;

/// <summary>Makes random changes of alarms.</summary>
internal sealed class AlarmGenerator(Random random, SimulatedEnvironment environment)
{
    private static readonly (string Name, string? Contributor, string[] Children)[] Alarms =
    [
        ("checkout-errors", null, []),
        ("checkout-latency", null, []),
        ("checkout-down", null, ["checkout-errors", "payments-errors"]),
        ("payments-errors", null, []),
        ("payments-queue", "eu", []),
        ("payments-queue", "us", []),
        ("quick-1", null, []),
        ("quick-2", null, []),
        ("held-1", null, []),
    ];

    private const int StormSize = 5;

    private readonly Dictionary<int, (AlarmState State, Instant At)> states = [];
    private readonly Dictionary<AlarmMessage, string> names = [];

    /// <summary>The changes of this moment: mostly none or one, sometimes several at once, as when a dependency fails.</summary>
    public IReadOnlyList<AlarmMessage> Next() => random.Next(20) == 0
        ? [.. Enumerable.Range(0, Alarms.Length).Where(_ => random.Next(2) == 0).Select(Turn).OfType<AlarmMessage>()]
        : random.Next(3) == 0 && Turn(random.Next(Alarms.Length)) is { } change ? [change] : [];

    /// <summary>Alarms of one service that has been quiet go off in one moment, and stay so: each of them would open its incident, and one can.</summary>
    public IReadOnlyList<AlarmMessage> Storm(string service) => [.. Enumerable.Range(1, StormSize).Select(number => Fire($"{service}-{number}"))];

    private AlarmMessage Fire(string name)
    {
        var message = environment.Expected.Change(name, AlarmState.Alarm, Instant.FromUnixTimeMilliseconds(environment.Clock.Now.ToUnixTimeMilliseconds()));
        names[message] = $"{name} {AlarmState.Alarm}";
        return message;
    }

    private AlarmMessage? Turn(int index)
    {
        var (name, contributor, children) = Alarms[index];
        var last = states.GetValueOrDefault(index, (AlarmState.Ok, Instant.MinValue));
        var at = Instant.FromUnixTimeMilliseconds(environment.Clock.Now.ToUnixTimeMilliseconds());
        if (at <= last.Item2)
        {
            return null;
        }

        var state = last.Item1 == AlarmState.Ok ? AlarmState.Alarm : AlarmState.Ok;
        states[index] = (state, at);
        var message = environment.Expected.Change(name, state, at, contributor, children);
        names[message] = $"{name}{contributor} {state}";
        environment.Log($"{name}{contributor} is in {state}");
        return message;
    }

    /// <summary>What a message is about, for the list of events.</summary>
    public string Name(AlarmMessage message) => names.FirstOrDefault(n => n.Key.MessageId == message.MessageId).Value ?? "a message";
}
