using Incidents.Domain;
using Incidents.Web.Words;

namespace Incidents.Web.Lists;

/// <summary>Severities as people write them.</summary>
internal static class Severities
{
    /// <summary>Reads `Sev1`, `SEV1` or `1`; null for anything else.</summary>
    public static Severity? Read(string word) => Names.Read<Severity>(word is [>= '1' and <= '4'] ? $"Sev{word}" : word);
}
