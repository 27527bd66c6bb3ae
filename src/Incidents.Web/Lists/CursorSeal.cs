using System.Security.Cryptography;
using System.Text;
using Incidents.Web.Settings;

namespace Incidents.Web.Lists;

/// <summary>Marks cursors as ours, so that an edited one is refused instead of silently leading somewhere else.</summary>
internal sealed class CursorSeal(WebSettings settings)
{
    private const int SealLength = 16;

    private readonly byte[] key = HMACSHA256.HashData(Encoding.UTF8.GetBytes(settings.ApiToken), "list cursor"u8);

    public string Close(string cursor) => $"{cursor}~{Seal(cursor)}";

    /// <summary>The cursor inside; null for a text this installation has not written.</summary>
    public string? Open(string text) =>
        text.LastIndexOf('~') is >= 0 and var at && text[(at + 1)..] == Seal(text[..at]) ? text[..at] : null;

    private string Seal(string cursor) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(cursor)))[..SealLength];
}
