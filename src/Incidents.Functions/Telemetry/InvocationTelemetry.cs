using System.Diagnostics;
using Incidents.Application.Tracing;

namespace Incidents.Functions.Telemetry;

/// <summary>What a function does around each invocation, so that it can be watched. Nothing of it may fail the invocation.</summary>
/// <param name="trace">The trace Lambda has put this invocation in; null when there is none.</param>
/// <param name="report">Sends off what was measured and traced.</param>
/// <param name="prepare">Starts looking up what may have changed since the last one; returns at once.</param>
public sealed class InvocationTelemetry(Func<ActivityContext?> trace, Action report, Action? prepare = null)
{
    /// <summary>Begins one; disposing ends it, and all there is to say of it is said before the function returns.</summary>
    public IDisposable Begin(string function)
    {
        prepare?.Invoke();
        return new Invocation(Trace(function), report);
    }

    private Activity? Trace(string function)
    {
        try
        {
            return trace() is { } context ? Spans.Continue(function, context) : null;
        }
        catch (Exception)
        {
            return null;
        }
    }

    private sealed class Invocation(Activity? span, Action report) : IDisposable
    {
        public void Dispose()
        {
            try
            {
                span?.Dispose();
                report();
            }
            catch (Exception)
            {
                // The output is closed or full. What the function did is done.
            }
        }
    }
}
