using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Incidents.Application.Links;

/// <summary>The secret part of a link's address.</summary>
internal static class LinkToken
{
    // 144 bits: too many to guess, few enough for a text message, and no padding in base64url.
    private const int Bytes = 18;
    private const int Length = Bytes / 3 * 4;

    /// <summary>24 characters that stand in an address as they are.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Under which name the store knows it; null when it can be no token of ours.</summary>
    /// <remarks>Looked up by this, a token needs no comparison in fixed time.</remarks>
    public static string? Hash(string? token) =>
        token is { Length: Length } && token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(token)))
            : null;
}
