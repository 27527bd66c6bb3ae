using System.Globalization;
using System.Text;

namespace Incidents.Application.Json;

/// <summary>
/// Mends halves of UTF-16 pairs, which neither UTF-8 nor <see cref="System.Text.Json"/> can carry: left in, reading a string throws.
/// </summary>
internal static class Surrogates
{
    private const string Replacement = "FFFD";

    /// <summary>The text with every unpaired surrogate, itself or written as a JSON escape, turned into U+FFFD.</summary>
    public static string Repair(string text)
    {
        if (text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        }

        return text.Contains("\\ud", StringComparison.OrdinalIgnoreCase) ? RepairEscapes(text) : text;
    }

    private static string RepairEscapes(string text)
    {
        var repaired = text.ToCharArray();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '\\')
            {
                continue;
            }

            var unit = EscapeAt(text, at);
            if (unit is { } high && char.IsHighSurrogate(high) && EscapeAt(text, at + 6) is { } low && char.IsLowSurrogate(low))
            {
                at += 11;
            }
            else if (unit is { } lone)
            {
                if (char.IsSurrogate(lone))
                {
                    Replacement.CopyTo(repaired.AsSpan(at + 2));
                }

                at += 5;
            }
            else
            {
                at++;
            }
        }

        return new string(repaired);
    }

    private static char? EscapeAt(string text, int at) =>
        at + 6 <= text.Length
        && text[at] == '\\'
        && text[at + 1] == 'u'
        && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
