using System.Buffers;
using System.Text;

namespace Incidents.Application.Slack.Inbound;

/// <summary>Fields of an `application/x-www-form-urlencoded` body, read strictly.</summary>
internal static class FormFields
{
    private const int MostFields = 64;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Values of the field <paramref name="name"/>; null when the form holds a broken escape, NUL, bytes that are no UTF-8, or too many fields.</summary>
    public static IReadOnlyList<string>? Values(ReadOnlySpan<byte> form, string name)
    {
        List<string> values = [];
        var fields = 0;
        foreach (var range in form.Split((byte)'&'))
        {
            var field = form[range];
            var equals = field.IndexOf((byte)'=');
            var rawName = equals < 0 ? field : field[..equals];
            var rawValue = equals < 0 ? [] : field[(equals + 1)..];
            if (++fields > MostFields || Decode(rawName) is not { } key || Decode(rawValue) is not { } value)
            {
                return null;
            }

            if (key == name)
            {
                values.Add(value);
            }
        }

        return values;
    }

    private static string? Decode(ReadOnlySpan<byte> raw)
    {
        var bytes = new byte[raw.Length];
        var length = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            var unit = raw[i];
            if (unit == '%')
            {
                if (i + 2 >= raw.Length || !TryHex(raw.Slice(i + 1, 2), out unit))
                {
                    return null;
                }

                i += 2;
            }
            else if (unit == '+')
            {
                unit = (byte)' ';
            }

            if (unit == 0)
            {
                return null;
            }

            bytes[length++] = unit;
        }

        try
        {
            return StrictUtf8.GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static bool TryHex(ReadOnlySpan<byte> digits, out byte value)
    {
        Span<byte> one = stackalloc byte[1];
        var status = Convert.FromHexString(digits, one, out _, out _);
        value = one[0];
        return status == OperationStatus.Done;
    }
}
