using NodaTime;

namespace Incidents.Application.Intake.FailOpen;

/// <summary>At most one message about the same in five minutes; what is left out meanwhile is counted in the next.</summary>
/// <remarks>Telling goes on one at a time, so that nobody relies on a message that then could not be sent.</remarks>
internal sealed class SparinglyTold(TimeProvider clock) : IDisposable
{
    private static readonly Duration Quiet = Duration.FromMinutes(5);

    private readonly SemaphoreSlim turn = new(1);
    private readonly Dictionary<string, (Instant At, int LeftOut)> told = [];

    /// <param name="about">What it is about; messages about something else are not held back.</param>
    /// <param name="tell">Gets how many were left out and since when; true when it could be told.</param>
    /// <returns>Whether it is told, by this or by the last message about the same.</returns>
    public async Task<bool> Tell(string about, Func<LeftOut?, Task<bool>> tell, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            var now = clock.Now();
            var last = told.TryGetValue(about, out var known) ? known : ((Instant At, int LeftOut)?)null;
            if (last is { } recent && now - recent.At < Quiet)
            {
                told[about] = (recent.At, recent.LeftOut + 1);
                return true;
            }

            if (!await tell(last is { LeftOut: > 0 } some ? new LeftOut(some.LeftOut, some.At) : null))
            {
                return false;
            }

            told[about] = (now, 0);
            return true;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}

/// <summary>Messages that were not sent because one about the same had been.</summary>
internal sealed record LeftOut(int Count, Instant Since);
