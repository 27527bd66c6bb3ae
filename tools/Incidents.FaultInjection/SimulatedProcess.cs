using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.FaultInjection;

/// <summary>A process from start to crash. Every call through a port passes here and may get a fault.</summary>
/// <param name="choose">Picks the fault of a call, by its number in this process and its name.</param>
internal sealed class SimulatedProcess(SimulatedEnvironment environment, string name, Func<int, string, Fault> choose)
{
    /// <summary>Longer than any claim.</summary>
    private static readonly Duration Delay = Duration.FromSeconds(30);

    public int Calls { get; private set; }

    public bool IsDead { get; private set; }

    /// <param name="call">Port and method.</param>
    /// <param name="make">Makes the call.</param>
    /// <param name="lost">What the caller gets when the answer is lost.</param>
    /// <param name="refused">What the caller gets when the call is refused.</param>
    public async Task<T> Call<T>(string call, Func<Task<T>> make, Func<T> lost, Func<T> refused)
    {
        // A process that freezes between its last look at its claim and the message that leaves it cannot be told from one that does not.
        await (typeof(T) == typeof(DeliveryResult) ? Task.CompletedTask : environment.Pause());
        var fault = Begin(call);
        if (fault == Fault.Refused)
        {
            return refused();
        }

        var answer = await make();
        await environment.Pause();
        switch (fault)
        {
            case Fault.DieAfter:
                throw Die();
            case Fault.AnswerLost:
                return lost();
            case Fault.Delayed:
                environment.Clock.Move(Delay);
                break;
            case Fault.Overtaken:
                environment.Clock.Move(Delay);
                await environment.Overtake();
                break;
        }

        return IsDead ? throw new ProcessDiedException() : answer;
    }

    /// <summary>A line for the list of events.</summary>
    public void Tell(string line) => environment.Log($"{name}: {line}");

    private Fault Begin(string call)
    {
        if (IsDead)
        {
            throw new ProcessDiedException();
        }

        var fault = choose(++Calls, call);
        if (fault != Fault.None)
        {
            environment.Faults++;
            environment.Log($"{name}: {fault} at call {Calls}, {call}");
        }

        return fault == Fault.DieBefore ? throw Die() : fault;
    }

    private ProcessDiedException Die()
    {
        IsDead = true;
        return new ProcessDiedException();
    }
}
