using Incidents.Application.Alarms;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.FaultInjection.Tests;

/// <summary>Brings an environment to where a use case begins, by a process that nothing happens to.</summary>
internal sealed class Stage(SimulatedEnvironment environment)
{
    public static readonly Actor Ana = new("ana", "Ana", Via.CommandLine);
    public static readonly IncidentNumber First = new(1);
    public static readonly IncidentNumber Second = new(2);

    private static readonly Duration Beat = Duration.FromSeconds(10);

    private readonly Worker hand = environment.Start("stagehand");

    public SimulatedEnvironment Environment => environment;

    public T Get<T>()
        where T : notnull => hand.Get<T>();

    /// <summary>The message of an alarm that goes off now.</summary>
    public AlarmMessage Fires(string name, string? contributor = null, params string[] children) => environment.Expected.Change(name, AlarmState.Alarm, environment.Clock.Now, contributor, children);

    /// <summary>The message of an alarm that is OK again.</summary>
    public AlarmMessage Recovers(string name, string? contributor = null) => environment.Expected.Change(name, AlarmState.Ok, environment.Clock.Now, contributor);

    public Task Had(AlarmMessage message) => hand.Receive(message);

    public Task Pass(double minutes) => Pass(Duration.FromMinutes(minutes), hand);

    /// <summary>Time goes by, with the tick and what waits in the queue.</summary>
    public async Task Pass(Duration time, Worker worker)
    {
        for (var end = environment.Clock.Now + time; environment.Clock.Now < end;)
        {
            environment.Clock.Move(Duration.Min(Beat, end - environment.Clock.Now));
            while (environment.Endpoints.Queue.TryDequeue(out var kept))
            {
                foreach (var message in AlarmMessages.Read(kept, environment.Clock.Now))
                {
                    await worker.Retry(message);
                }
            }

            Assert.Empty(await worker.Sweep());
        }
    }

    /// <summary>Moves the clock without a sweep.</summary>
    public void Skip(double minutes) => environment.Clock.Move(Duration.FromMinutes(minutes));
}
