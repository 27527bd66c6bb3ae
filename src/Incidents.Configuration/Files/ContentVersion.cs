using System.Security.Cryptography;
using System.Text;

namespace Incidents.Configuration.Files;

/// <summary>Names a version of the configuration after its content.</summary>
internal static class ContentVersion
{
    private const int Digits = 12;

    /// <summary>The hash of all texts in the order of their names; where the directory lies does not count.</summary>
    public static string Of(IEnumerable<string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in texts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text));
            hash.AppendData([0]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..Digits];
    }
}
