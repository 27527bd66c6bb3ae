namespace Incidents.Domain.People;

/// <summary>Phones differ in what rings while they are muted.</summary>
public enum PhoneType
{
    /// <summary>An iPhone: of push services only those with Apple's permission for critical alerts ring through its switch.</summary>
    Ios,

    /// <summary>A phone whose apps ring through do-not-disturb once their owner lets them.</summary>
    Android,
}
