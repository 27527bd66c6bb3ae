using Incidents.Domain;

namespace Incidents.Web.Lists;

/// <summary>Severities as people write them.</summary>
internal static class Severities
{
    /// <summary>Reads `Sev1`, `SEV1` or `1`; null for anything else.</summary>
    public static Severity? Read(string word) => Enum.GetValues<Severity>()
        .Where(s => word.Equals(s.ToString(), StringComparison.OrdinalIgnoreCase) || word == ((int)s).ToString(System.Globalization.CultureInfo.InvariantCulture))
        .Select(s => (Severity?)s)
        .FirstOrDefault();
}
