using NodaTime;

namespace Incidents.Application.Store;

/// <summary>Whether the public address answered a signed request when it was asked last. Asking takes seconds, so the tick asks and pages only read what came of it.</summary>
/// <param name="Address">What was asked.</param>
/// <param name="Answers">Whether it answered as this product does.</param>
public sealed record PublicUrlProof(Uri Address, bool Answers, Instant At)
{
    /// <summary>How old a proof may be before the address is checked again.</summary>
    public static readonly Duration Renewed = Duration.FromHours(1);

    /// <summary>How long a proof is valid; after this it has not been renewed as it should have been.</summary>
    public static readonly Duration Lasts = Duration.FromHours(3);

    /// <summary>Whether an address answers; null when this does not say.</summary>
    public bool? Says(Uri address, Instant now) => Address == address && now - At < Lasts ? Answers : null;
}
