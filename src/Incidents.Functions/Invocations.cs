namespace Incidents.Functions;

/// <summary>What a function does around each invocation, so that it can be watched. Nothing of it may fail the invocation.</summary>
/// <param name="report">Sends off what was measured.</param>
public sealed class Invocations(Action report)
{
    /// <summary>Begins one; disposing ends it, and everything it measured is written before the function returns.</summary>
    public IDisposable Begin() => new Invocation(report);

    private sealed class Invocation(Action report) : IDisposable
    {
        public void Dispose()
        {
            try
            {
                report();
            }
            catch (IOException)
            {
                // Nobody reads the output. What the function did is done.
            }
        }
    }
}
