namespace Incidents.Application.Alarms;

/// <summary>A sender of alarms, whose wire format it turns into an <see cref="Domain.Alarms.Alarm"/>. What only this sender has stays an optional fact of the alarm.</summary>
internal interface IAlarmSource
{
    /// <summary>What <see cref="AlarmMessage.Source"/> holds for its messages. It is stored with incidents: it never changes.</summary>
    string Name { get; }

    /// <summary>Reads a message that is neither empty nor too long. Never throws, whatever the text.</summary>
    ParsedMessage Read(AlarmMessage message);
}
