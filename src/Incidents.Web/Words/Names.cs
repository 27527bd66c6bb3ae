using System.Text.Json;
using Incidents.Domain.Incidents;

namespace Incidents.Web.Words;

/// <summary>Names as the API and the forms write them: `falseAlarm` for <see cref="ResolveReason.FalseAlarm"/>.</summary>
internal static class Names
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

/// <summary>Reasons a person can give for ending an incident.</summary>
internal static class ResolveReasons
{
    /// <summary>Null for any other word; that alarms recovered is not for a person to say.</summary>
    public static ResolveReason? Read(string word) => word switch
    {
        "fixed" => ResolveReason.Fixed,
        "falseAlarm" => ResolveReason.FalseAlarm,
        "duplicate" => ResolveReason.Duplicate,
        _ => null,
    };
}
