using System.Text.Json;
using Incidents.Domain.Incidents;

namespace Incidents.Web.Words;

/// <summary>Names as the API and the forms write them: `falseAlarm` for <see cref="ResolveReason.FalseAlarm"/>.</summary>
internal static class Names
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>The value of that name, in any case; null when there is none. Numbers are no names.</summary>
    public static T? Read<T>(string name)
        where T : struct, Enum
    {
        var index = Array.FindIndex(Enum.GetNames<T>(), known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : Enum.GetValues<T>()[index];
    }
}

/// <summary>Reasons a person can give for ending an incident.</summary>
internal static class ResolveReasons
{
    /// <summary>Null for any other word; that alarms recovered is not for a person to say.</summary>
    public static ResolveReason? Read(string word) => word switch
    {
        "fixed" => ResolveReason.Fixed,
        "false-alarm" or "falseAlarm" => ResolveReason.FalseAlarm,
        "duplicate" => ResolveReason.Duplicate,
        _ => null,
    };
}
