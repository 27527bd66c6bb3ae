using Incidents.Application.Store;

namespace Incidents.Application.Links;

/// <summary>Where links are kept, by a hash: a reader of the store cannot use them.</summary>
/// <remarks>Calls that cannot be answered throw <see cref="StoreUnavailableException"/>.</remarks>
public interface ILinkStore
{
    /// <summary>Keeps a link. Another one under the same hash stays as it is, which is a <see cref="SaveResult.Conflict"/>.</summary>
    Task<SaveResult> Save(string hash, ResponderLink link, CancellationToken cancellation);

    /// <summary>The link, which may have expired: the store forgets it at some time after that. Null when there is none.</summary>
    Task<ResponderLink?> Find(string hash, CancellationToken cancellation);
}
