using Incidents.Application.Alarms;
using Incidents.Cli.Torture;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Scenarios.Tests.Crashes;

/// <summary>Brings a world to where a use case begins, by a process that nothing happens to.</summary>
internal sealed class Stage(World world)
{
    public static readonly Actor Ana = new("ana", "Ana", Via.CommandLine);
    public static readonly IncidentNumber First = new(1);
    public static readonly IncidentNumber Second = new(2);

    private static readonly Duration Beat = Duration.FromSeconds(10);

    private readonly Worker hand = world.Start("stagehand");

    public World World => world;

    public T Get<T>()
        where T : notnull => hand.Get<T>();

    /// <summary>The message of an alarm that goes off now.</summary>
    public AlarmMessage Fires(string name, string? contributor = null, params string[] children) => world.Truth.Change(name, AlarmState.Alarm, world.Clock.Now, contributor, children);

    /// <summary>The message of an alarm that is OK again.</summary>
    public AlarmMessage Recovers(string name, string? contributor = null) => world.Truth.Change(name, AlarmState.Ok, world.Clock.Now, contributor);

    public Task Had(AlarmMessage message) => hand.Receive(message);

    public Task Pass(double minutes) => Pass(Duration.FromMinutes(minutes), hand);

    /// <summary>Time goes by, with the tick and what waits in the queue.</summary>
    public async Task Pass(Duration time, Worker worker)
    {
        for (var end = world.Clock.Now + time; world.Clock.Now < end;)
        {
            world.Clock.Move(Duration.Min(Beat, end - world.Clock.Now));
            while (world.Far.Queue.TryDequeue(out var kept))
            {
                foreach (var message in AlarmMessages.Read(kept, world.Clock.Now))
                {
                    await worker.Retry(message);
                }
            }

            Assert.Empty(await worker.Sweep());
        }
    }

    /// <summary>Time goes by, and nobody sweeps.</summary>
    public void Skip(double minutes) => world.Clock.Move(Duration.FromMinutes(minutes));
}
