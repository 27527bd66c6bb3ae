namespace Incidents.Domain.Alarms;

/// <summary>Accounts and regions in which an alarm may have to be; each list is empty for any.</summary>
/// <param name="Accounts">Twelve-digit ids.</param>
/// <param name="Regions">Patterns for region codes such as `eu-*`.</param>
public sealed record AlarmPlaces(IReadOnlyList<string> Accounts, IReadOnlyList<Glob> Regions)
{
    /// <summary>No restriction.</summary>
    public static AlarmPlaces Anywhere { get; } = new([], []);

    /// <summary>How many of the two are restricted: of two that fit, the higher says more.</summary>
    public int Specificity => (Accounts.Count > 0 ? 1 : 0) + (Regions.Count > 0 ? 1 : 0);

    /// <summary>Whether an alarm may be there. One that does not say where it is fits no restriction.</summary>
    public bool Contain(AlarmOrigin? origin) =>
        (Accounts.Count == 0 || (origin is not null && Accounts.Contains(origin.Account)))
        && (Regions.Count == 0 || (origin is { Region.Length: > 0 } && Regions.Any(region => region.Matches(origin.Region))));

    /// <inheritdoc />
    public bool Equals(AlarmPlaces? other) => other is not null && Accounts.SequenceEqual(other.Accounts) && Regions.SequenceEqual(other.Regions);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Accounts.Count, Regions.Count);

    /// <inheritdoc />
    public override string ToString() => string.Join(" in ", new[] { string.Join(", ", Accounts), string.Join(", ", Regions) }.Where(part => part.Length > 0));
}
