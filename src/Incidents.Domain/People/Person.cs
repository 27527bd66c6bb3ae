using Incidents.Domain.OnCall;
using Incidents.Domain.OnCall.Absences;
using NodaTime;

namespace Incidents.Domain.People;

/// <summary>A person who can be on call or respond.</summary>
public sealed record Person
{
    /// <summary>What schedules and policies call them.</summary>
    public required PersonId Id { get; init; }

    /// <summary>The name people read.</summary>
    public required string Name { get; init; }

    /// <summary>Slack member id such as `U012ABCDEF`; without one a message cannot mention them.</summary>
    public string? SlackId { get; init; }

    /// <summary>Whose credentials of AWS are theirs: names of IAM users and of users of IAM Identity Center, or ARNs. Empty means not known.</summary>
    public IReadOnlyList<string> Aws { get; init; } = [];

    public string? Email { get; init; }

    /// <summary>International form: `+` and digits.</summary>
    public string? Phone { get; init; }

    /// <summary>What kind of phone they have; null when the configuration does not say.</summary>
    public PhoneType? PhoneType { get; init; }

    /// <summary>The push service on their phone; null when they have none.</summary>
    public PushAddress? Push { get; init; }

    /// <summary>Name of the secret that holds URL and signing key of their own webhook; null when they have none.</summary>
    public string? Webhook { get; init; }

    /// <summary>How they want to be reached.</summary>
    public PersonRules Notify { get; init; } = PersonRules.Usual;

    /// <summary>Where they are, for times in messages to them; null means not known.</summary>
    public DateTimeZone? TimeZone { get; init; }

    /// <summary>Whose public holidays are theirs, as the configuration calls it; null means not known. Paging does not depend on it.</summary>
    public string? Country { get; init; }

    /// <summary>When what can wait reaches them by Slack only; null means never, or that it is not known whose clock counts.</summary>
    public QuietHours? QuietHours { get; init; }

    /// <summary>Days they are away. Turns stay as they are; a conflict is warned about.</summary>
    public IReadOnlyList<DaysOff> TimeOff { get; init; } = [];

    /// <summary>False once they have left: they are not paged and not responders, whatever still names them.</summary>
    public bool IsActive { get; init; } = true;
}
