using System.Text;

namespace Incidents.EndToEnd.Tests.Up;

/// <summary>As much of a protocol buffers message as it takes to look into it without its schema.</summary>
internal sealed class ProtocolBuffer
{
    private readonly List<(int Field, ReadOnlyMemory<byte> Value)> fields = [];

    public ProtocolBuffer(ReadOnlyMemory<byte> message)
    {
        while (!message.IsEmpty)
        {
            var tag = Number(ref message);
            var length = (tag & 7) switch
            {
                0 => -1,
                1 => 8,
                2 => (int)Number(ref message),
                5 => 4,
                var kind => throw new FormatException($"a field of kind {kind}"),
            };
            if (length < 0)
            {
                Number(ref message);
            }
            else
            {
                fields.Add(((int)(tag >> 3), message[..length]));
                message = message[length..];
            }
        }
    }

    public IEnumerable<ProtocolBuffer> All(int field) => fields.Where(f => f.Field == field).Select(f => new ProtocolBuffer(f.Value));

    public string Bytes(int field) => Convert.ToHexStringLower(Find(field));

    public string Text(int field) => Encoding.UTF8.GetString(Find(field));

    private ReadOnlySpan<byte> Find(int field) => fields.Find(f => f.Field == field).Value.Span;

    private static ulong Number(ref ReadOnlyMemory<byte> rest)
    {
        var number = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = rest.Span[0];
            rest = rest[1..];
            number |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return number;
            }
        }
    }
}
