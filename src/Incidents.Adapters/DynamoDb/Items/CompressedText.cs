using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Amazon.DynamoDBv2.Model;

namespace Incidents.Adapters.DynamoDb.Items;

/// <summary>Text that is legible in the AWS console while that costs nothing, and compressed where it saves write units.</summary>
/// <remarks>
/// A string attribute is the text itself. A binary one is a format number and a deflate stream that goes on where a stream of the
/// <see cref="CompressionDictionary"/> was flushed: a message of 2.8 KB takes some 0.5 KB, where it would take 1.1 KB if every item had to explain JSON and
/// CloudWatch anew. Deflate refers back by distance alone, so any inflater reads it when the primer is put before it uncompressed.
/// </remarks>
internal static class CompressedText
{
    private const byte PrimedDeflate = 1;

    /// <param name="room">Bytes up to which text stays plain.</param>
    public static AttributeValue Pack(ReadOnlySpan<byte> utf8, int room) =>
        utf8.Length <= room ? new AttributeValue(Encoding.UTF8.GetString(utf8)) : new AttributeValue { B = new MemoryStream(Compress(utf8)) };

    /// <exception cref="InvalidDataException">The binary is in a format this version does not know, or is damaged.</exception>
    public static byte[] Unpack(AttributeValue packed) =>
        packed.B is { } binary ? Decompress(binary.ToArray()) : Encoding.UTF8.GetBytes(packed.S);

    private static byte[] Compress(ReadOnlySpan<byte> utf8)
    {
        using var stream = new MemoryStream();
        int primed;
        using (var deflate = new DeflateStream(stream, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(CompressionDictionary.Text);
            deflate.Flush();
            primed = (int)stream.Position;
            deflate.Write(utf8);
        }

        return [PrimedDeflate, .. stream.GetBuffer().AsSpan(primed, (int)stream.Length - primed)];
    }

    private static byte[] Decompress(byte[] packed)
    {
        if (packed is not [PrimedDeflate, ..])
        {
            throw new InvalidDataException($"packed format {(packed.Length > 0 ? packed[0] : 0)} is not known to this version.");
        }

        using var stream = new MemoryStream();
        stream.Write(StoredBlock(CompressionDictionary.Text));
        stream.Write(packed.AsSpan(1));
        stream.Position = 0;
        using var inflate = new DeflateStream(stream, CompressionMode.Decompress);
        using var text = new MemoryStream();
        inflate.CopyTo(text);
        return text.ToArray()[CompressionDictionary.Text.Length..];
    }

    /// <summary>A block of deflate that is not compressed and not the last (RFC 1951, 3.2.4).</summary>
    private static byte[] StoredBlock(ReadOnlySpan<byte> bytes)
    {
        Span<byte> header = stackalloc byte[5];
        BinaryPrimitives.WriteUInt16LittleEndian(header[1..], (ushort)bytes.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(header[3..], (ushort)~bytes.Length);
        return [.. header, .. bytes];
    }
}
