namespace Incidents.Domain.People;

/// <summary>How a person wants to be reached; null means the usual way.</summary>
public sealed record PersonRules(IReadOnlyList<NotificationRule>? High, IReadOnlyList<NotificationRule>? Low)
{
    /// <summary>They said nothing.</summary>
    public static PersonRules Usual { get; } = new(null, null);
}
