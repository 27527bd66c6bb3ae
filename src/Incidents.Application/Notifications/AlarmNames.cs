namespace Incidents.Application.Notifications;

/// <summary>Names of several alarms, as they are written.</summary>
internal static class AlarmNames
{
    /// <summary>`a, b, c and 2 more`.</summary>
    /// <param name="count">How many there are, those without a name here among them.</param>
    public static string Of(IReadOnlyList<string> names, int count) =>
        $"{string.Join(", ", names)}{(count > names.Count ? $" and {count - names.Count} more" : "")}";
}
