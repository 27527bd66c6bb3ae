namespace Incidents.FaultInjection;

/// <summary>Runs continuations on one thread in an order that the random numbers pick: processes interleave, and a seed gives the same order each time.</summary>
internal sealed class RandomizedScheduler(Random random) : SynchronizationContext
{
    private readonly List<(SendOrPostCallback Go, object? State)> ready = [];

    /// <inheritdoc />
    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (ready)
        {
            ready.Add((d, state));
            Monitor.Pulse(ready);
        }
    }

    /// <inheritdoc />
    public override void Send(SendOrPostCallback d, object? state) => d(state);

    /// <summary>Goes on until the work is done.</summary>
    public void Run(Func<Task> work)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            var all = work();
            while (!all.IsCompleted)
            {
                var (go, state) = Take();
                go(state);
            }

            // It is done, so nothing waits here: this throws what the work threw, as it was. To await it would need this very thread.
            all.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    private (SendOrPostCallback Go, object? State) Take()
    {
        lock (ready)
        {
            while (ready.Count == 0)
            {
                if (!Monitor.Wait(ready, TimeSpan.FromSeconds(10)))
                {
                    throw new TimeoutException("everything waits for something that does not come");
                }
            }

            var index = random.Next(ready.Count);
            var taken = ready[index];
            ready.RemoveAt(index);
            return taken;
        }
    }
}
