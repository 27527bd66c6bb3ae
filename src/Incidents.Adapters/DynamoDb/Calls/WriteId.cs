using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Incidents.Adapters.DynamoDb.Calls;

/// <summary>Marks a write, so that a repeat of it can be distinguished from another process's write.</summary>
internal static class WriteId
{
    /// <summary>16 random characters (96 bits), so that two writes never share one.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(12));

    /// <summary>The same as a positive number.</summary>
    public static long NewRevision() => BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) & long.MaxValue;
}
