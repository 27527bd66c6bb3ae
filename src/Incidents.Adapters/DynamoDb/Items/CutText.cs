using System.Globalization;
using System.Text;

namespace Incidents.Adapters.DynamoDb.Items;

/// <summary>DynamoDB takes 400 KB an item, and text may be such that compressing does not make it smaller.</summary>
internal static class CutText
{
    /// <summary>Longest text that surely leaves room for the rest of its item, in bytes of UTF-8.</summary>
    public const int Longest = 300_000;

    /// <summary>The text, or as much of it as is kept and a remark that says so.</summary>
    public static string Fit(string text)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes <= Longest)
        {
            return text;
        }

        Encoding.UTF8.GetEncoder().Convert(text, new byte[Longest], flush: false, out var characters, out _, out _);
        return string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, characters)} … (cut: {Longest} of {bytes} bytes are kept)");
    }
}
