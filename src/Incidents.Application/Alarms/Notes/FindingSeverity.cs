using Incidents.Domain;

namespace Incidents.Application.Alarms.Notes;

/// <summary>The severities that security services give their findings, in our words.</summary>
internal static class FindingSeverity
{
    /// <summary>GuardDuty counts from 1 to 10: low below 4, medium below 7, high below 9.</summary>
    public static Severity? OfGuardDuty(double? value) => value switch
    {
        null => null,
        >= 9 => Severity.Sev1,
        >= 7 => Severity.Sev2,
        >= 4 => Severity.Sev3,
        _ => Severity.Sev4,
    };

    /// <summary>Security Hub's normalized severity counts from 0 to 100.</summary>
    public static Severity? OfNormalized(double? value) => value switch
    {
        null => null,
        >= 90 => Severity.Sev1,
        >= 70 => Severity.Sev2,
        >= 40 => Severity.Sev3,
        _ => Severity.Sev4,
    };

    /// <summary>OCSF's `severity_id`: 2 is low, 5 critical, 6 fatal.</summary>
    public static Severity? OfNumber(double? value) => value switch
    {
        5 or 6 => Severity.Sev1,
        4 => Severity.Sev2,
        3 => Severity.Sev3,
        1 or 2 => Severity.Sev4,
        _ => null,
    };

    /// <summary>A word such as `HIGH`, in any case; null for other words.</summary>
    public static Severity? OfWord(string? word) => word?.ToUpperInvariant() switch
    {
        "CRITICAL" or "FATAL" => Severity.Sev1,
        "HIGH" => Severity.Sev2,
        "MEDIUM" => Severity.Sev3,
        "LOW" or "INFORMATIONAL" => Severity.Sev4,
        _ => null,
    };
}
