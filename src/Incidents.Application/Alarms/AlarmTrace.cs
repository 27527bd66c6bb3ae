namespace Incidents.Application.Alarms;

/// <summary>Whether something unreadable may have been an alarm, which decides between a page now and a message in the morning.</summary>
internal static class AlarmTrace
{
    public static bool In(AlarmMessage message) => In(message.Text) || In(message.Subject);

    public static ParsedMessage.Unreadable Unreadable(AlarmMessage message, string reason) => new(reason, In(message));

    private static bool In(string? text) =>
        text is not null
        && (text.Contains("ALARM", StringComparison.Ordinal) || text.Contains("AlarmName", StringComparison.OrdinalIgnoreCase));
}
