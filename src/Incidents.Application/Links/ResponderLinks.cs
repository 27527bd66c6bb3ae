using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Links;

/// <summary>Where people reach this installation from anywhere; null as long as that is not known, so that no link leads nowhere.</summary>
public delegate ValueTask<Uri?> FindPublicAddress(CancellationToken cancellation);

/// <summary>Makes the links that messages carry for those who cannot get at Slack.</summary>
public sealed class ResponderLinks(ILinkStore links, FindPublicAddress findAddress, TimeProvider clock)
{
    /// <summary>How long a link opens its incident.</summary>
    public static readonly Duration Lifetime = Duration.FromHours(24);

    /// <summary>What stands before the token in the path.</summary>
    public const string Path = "r";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>A link for one person and one incident. It is a secret: it belongs into the message and nowhere else.</summary>
    /// <returns>Null when there is no address it could lead to, or the store does not answer within two seconds: a page goes out without it.</returns>
    public Task<Uri?> Mint(IncidentNumber incident, PersonId person, string name, CancellationToken cancellation) => Mint([incident], person, name, cancellation);

    /// <summary>A link for one person and the incidents of one message, the worst first.</summary>
    public Task<Uri?> Mint(IReadOnlyList<IncidentNumber> incidents, PersonId person, string name, CancellationToken cancellation) =>
        Mint(new ResponderLink(incidents[0], person, name, clock.Now() + Lifetime) { Also = [.. incidents.Skip(1)] }, cancellation);

    /// <summary>A link by which one person confirms one test message, and can do nothing else.</summary>
    /// <returns>Null as for an incident.</returns>
    internal Task<Uri?> MintReceipt(TestReceipt receipt, PersonId person, string name, CancellationToken cancellation) =>
        Mint(new ResponderLink(new IncidentNumber(0), person, name, clock.Now() + Lifetime) { Receipt = receipt }, cancellation);

    private async Task<Uri?> Mint(ResponderLink link, CancellationToken cancellation)
    {
        if (await findAddress(cancellation) is not { } address)
        {
            return null;
        }

        var token = LinkToken.New();
        return await Keep(LinkToken.Hash(token)!, link, cancellation)
            ? new Uri(new Uri(address.AbsoluteUri.TrimEnd('/') + "/"), $"{Path}/{token}")
            : null;
    }

    private async Task<bool> Keep(string hash, ResponderLink link, CancellationToken cancellation)
    {
        try
        {
            return await links.Save(hash, link, cancellation).WaitAsync(Patience, clock, cancellation) == SaveResult.Saved;
        }
        catch (Exception silence) when (silence is StoreUnavailableException or TimeoutException)
        {
            return false;
        }
    }
}
