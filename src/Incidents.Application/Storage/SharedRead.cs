using Incidents.Application.Time;
using NodaTime;

namespace Incidents.Application.Storage;

/// <summary>Something that is asked for often and may be a few seconds old: read once for all who ask meanwhile. One that failed is read again at the next question.</summary>
internal sealed class SharedRead<T>(TimeProvider clock)
{
    private static readonly Duration Fresh = Duration.FromSeconds(5);

    private readonly Lock gate = new();
    private (Instant At, Task<T> Value)? last;

    /// <param name="read">Reads it. Callers share the read, so the cancellation of one does not cancel it for the others.</param>
    public async ValueTask<T> Get(Func<Task<T>> read, CancellationToken cancellation)
    {
        Task<T> value;
        lock (gate)
        {
            // A clock that is set back must not keep what is old.
            var now = clock.Now();
            value = last is { } known && now - known.At < Fresh && now >= known.At && !known.Value.IsFaulted ? known.Value : read();
            last = last?.Value == value ? last : (now, value);
        }

        return await value.WaitAsync(cancellation);
    }

    /// <summary>Reads anew at the next question: this process has just changed it.</summary>
    public void Forget()
    {
        lock (gate)
        {
            last = null;
        }
    }
}
