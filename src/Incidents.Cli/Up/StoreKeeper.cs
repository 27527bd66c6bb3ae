using Incidents.Adapters.CommandLine.Embedded;

namespace Incidents.Cli.Up;

/// <summary>Starts the embedded store again when it ends by itself. Meanwhile alarms page without it and are kept.</summary>
/// <param name="prepare">Makes the table where it is missing.</param>
/// <param name="kept">What has become of the incidents, as a clause.</param>
internal sealed class StoreKeeper(DynoxideServer store, Func<CancellationToken, Task> prepare, string kept, Action<string> say, TimeProvider clock)
{
    private const int MostTimesTaken = 10;
    private static readonly TimeSpan LivesLongEnough = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    /// <summary>Runs until it is cancelled.</summary>
    /// <exception cref="CannotStartException">Only a new process can help: the address of the store stays with another program.</exception>
    public async Task Run(CancellationToken cancellation)
    {
        for (var failures = 0; ;)
        {
            var began = clock.GetTimestamp();
            await store.Exited.WaitAsync(cancellation);
            failures = clock.GetElapsedTime(began) > LivesLongEnough ? 0 : failures;
            say($"the embedded store ended by itself and is started again; {kept}");
            failures = await Start(failures, cancellation);
            say("the embedded store answers again");
        }
    }

    /// <returns>How often in a row it has ended or not begun: a store that ends at once is not started a hundred times a second.</returns>
    private async Task<int> Start(int failures, CancellationToken cancellation)
    {
        for (var taken = 0; ; failures++)
        {
            await Task.Delay(Pause(failures), clock, cancellation);
            try
            {
                await store.StartAgain(cancellation);
                await prepare(cancellation);
                return failures + 1;
            }
            catch (AddressTakenException) when (++taken < MostTimesTaken)
            {
                say("another program has taken the address of the embedded store; it is tried again");
            }
            catch (AddressTakenException)
            {
                throw new CannotStartException($"another program has taken the address of the embedded store, {store.Endpoint.Authority}, and keeps it: start again; {kept}");
            }
            catch (Exception problem) when (!cancellation.IsCancellationRequested)
            {
                say($"the embedded store did not start and is tried again: {problem.Message.ReplaceLineEndings(" ")}");
            }
        }
    }

    private static TimeSpan Pause(int failures) =>
        failures == 0 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Min(LongestPause.TotalMilliseconds, 250 * Math.Pow(2, Math.Min(failures, 10))));
}
