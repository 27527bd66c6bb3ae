namespace Incidents.Domain;

/// <summary>How bad an incident is; a lower number is worse.</summary>
public enum Severity
{
    /// <summary>Customers cannot do what they came for.</summary>
    Sev1 = 1,

    /// <summary>Customers are hurt, or will be soon.</summary>
    Sev2 = 2,

    /// <summary>A part is broken and can wait for support hours.</summary>
    Sev3 = 3,

    /// <summary>Worth knowing.</summary>
    Sev4 = 4,
}

/// <summary>Comparisons that read the right way round.</summary>
public static class SeverityOrder
{
    /// <summary>Whether <paramref name="severity"/> is worse (has the lower number) than <paramref name="other"/>.</summary>
    public static bool IsWorseThan(this Severity severity, Severity other) => severity < other;
}

/// <summary>Whether people are woken.</summary>
public enum Urgency
{
    /// <summary>Every channel, escalation until acknowledged.</summary>
    High,

    /// <summary>One message, no escalation.</summary>
    Low,
}
