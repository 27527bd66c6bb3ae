using System.Text.RegularExpressions;

namespace Incidents.Import;

internal static partial class Phones
{
    /// <summary>International form, `+` and digits; null when a number is not one.</summary>
    public static string? International(string text)
    {
        var digits = "+" + string.Concat(text.Where(char.IsAsciiDigit));
        return Number().IsMatch(digits) ? digits : null;
    }

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
