using System.Security.Cryptography;
using System.Text;

namespace Incidents.Application.Alarms;

/// <summary>Bounds the length of texts from outside that are stored.</summary>
internal static class Shorten
{
    private const int LegibleStart = 64;

    /// <summary>At most <paramref name="most"/> characters, an ellipsis included, and no half of a surrogate pair.</summary>
    public static string To(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = most - 1;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end), "…");
    }

    /// <summary>At most <paramref name="mostBytes"/> bytes of UTF-8, different for different texts: a longer one becomes its start and its hash.</summary>
    public static string KeepingApart(string text, int mostBytes) =>
        Encoding.UTF8.GetByteCount(text) <= mostBytes
            ? text
            : $"{To(text, LegibleStart)}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    /// <summary>One line, quoted, short enough for a sentence.</summary>
    public static string Quote(string? text) => text is null ? "missing" : $"`{To(text.ReplaceLineEndings(" "), 40)}`";
}
