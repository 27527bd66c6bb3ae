using System.Collections;
using System.Reflection;

namespace Incidents.Scenarios.Tests;

/// <summary>All text inside an object of ours, however deep, for searching it.</summary>
internal static class EveryText
{
    private const int Deepest = 12;

    public static IEnumerable<string> In(object? value, int depth = 0) => value switch
    {
        null => [],
        string text => [text],
        _ when depth > Deepest => throw new InvalidOperationException($"{value.GetType().Name} lies too deep to be searched"),
        IEnumerable items => items.Cast<object?>().SelectMany(item => In(item, depth + 1)),
        _ when IsOurs(value.GetType()) => Properties(value).SelectMany(property => In(property.GetValue(value), depth + 1)),
        _ => [value.ToString() ?? ""],
    };

    private static IEnumerable<PropertyInfo> Properties(object value) =>
        value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite || property.DeclaringType!.Name.StartsWith("KeyValuePair", StringComparison.Ordinal));

    private static bool IsOurs(Type type) => !type.IsEnum && (type.Namespace?.StartsWith("Incidents", StringComparison.Ordinal) == true || type.Name.StartsWith("KeyValuePair", StringComparison.Ordinal));
}
