using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Incidents.Domain.Incidents;

/// <summary>What people call an incident: `INC-142`. Unique in one installation, growing, with gaps.</summary>
public readonly record struct IncidentNumber(int Value)
{
    private const string Prefix = "INC-";

    /// <inheritdoc />
    public override string ToString() => Prefix + Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads `INC-142`, `inc-142` or `142`; nothing else, so that no other text can become a store key.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out IncidentNumber number)
    {
        number = default;
        if (text is null)
        {
            return false;
        }

        var digits = text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? text[Prefix.Length..] : text;
        if (digits.Length is 0 or > 9 || digits[0] == '0' || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        number = new IncidentNumber(value);
        return true;
    }
}
