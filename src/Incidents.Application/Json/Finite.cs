using System.Globalization;

namespace Incidents.Application.Json;

/// <summary>Numbers that can be compared and shown.</summary>
internal static class Finite
{
    /// <summary>The number written in <paramref name="text"/>, `1.5E10` included; null for anything that is not finite.</summary>
    public static double? Parse(ReadOnlySpan<char> text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;
}
