using System.Buffers;
using System.IO.Compression;
using System.Text;
using Amazon.DynamoDBv2.Model;

namespace Incidents.Adapters.DynamoDb;

/// <summary>Text that is legible in the AWS console while that costs nothing, and compressed where it saves write units.</summary>
/// <remarks>Stored as a string when plain and as a binary when compressed: the type of the attribute tells them apart.</remarks>
internal static class PackedText
{
    /// <param name="room">Bytes up to which text stays plain.</param>
    public static AttributeValue Pack(ReadOnlySpan<byte> utf8, int room) =>
        utf8.Length <= room ? new AttributeValue(Encoding.UTF8.GetString(utf8)) : new AttributeValue { B = new MemoryStream(Compress(utf8)) };

    public static byte[] Unpack(AttributeValue packed) =>
        packed.B is { } compressed ? Decompress(compressed.ToArray()) : Encoding.UTF8.GetBytes(packed.S);

    private static byte[] Compress(ReadOnlySpan<byte> utf8)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(utf8.Length));
        try
        {
            return BrotliEncoder.TryCompress(utf8, buffer, out var length, Quality, Window)
                ? buffer[..length]
                : throw new InvalidOperationException($"{utf8.Length} bytes did not fit the buffer Brotli asked for");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Decompress(byte[] compressed)
    {
        using var text = new MemoryStream(4 * compressed.Length);
        using (var brotli = new BrotliStream(new MemoryStream(compressed), CompressionMode.Decompress))
        {
            brotli.CopyTo(text);
        }

        return text.ToArray();
    }

    // On alarm messages of 1 to 2 KB quality 5 takes 0.05 ms; 11 saves another tenth of the size and takes 2.5 ms.
    private const int Quality = 5;
    private const int Window = 18;
}
