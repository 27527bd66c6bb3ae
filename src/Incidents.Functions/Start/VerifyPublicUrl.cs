using Incidents.Application.Paging;
using Incidents.Application.Store;

namespace Incidents.Functions.Start;

/// <summary>Finds out whether the public address works, and notes it where every page reads it. Work of the tick, after everything that cannot wait.</summary>
/// <param name="prove">Asks the address; null while the last answer still counts.</param>
public sealed class VerifyPublicUrl(Func<CancellationToken, Task<PublicUrlProof?>> prove, RecentPages recent, Action<string> warn)
{
    /// <summary>Fails nothing: what could not be found out or noted is tried again by the next tick.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        try
        {
            if (await prove(cancellation) is { } proof)
            {
                await recent.Note(proof, cancellation);
                if (!proof.Answers)
                {
                    warn($"{proof.Address} did not answer a signed request as this product does: cards have no buttons and messages no links.");
                }
            }
        }
        catch (StoreUnavailableException unavailable)
        {
            warn($"whether the public address works could not be noted: {unavailable.Message}");
        }
    }
}
