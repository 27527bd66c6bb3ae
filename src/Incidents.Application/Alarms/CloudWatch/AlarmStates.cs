using Incidents.Domain.Alarms;

namespace Incidents.Application.Alarms.CloudWatch;

/// <summary>CloudWatch's words for the states of an alarm.</summary>
internal static class AlarmStates
{
    public static AlarmState? Read(string? text) => text?.Trim().ToUpperInvariant() switch
    {
        "OK" => AlarmState.Ok,
        "ALARM" => AlarmState.Alarm,
        "INSUFFICIENT_DATA" => AlarmState.InsufficientData,
        _ => null,
    };
}
