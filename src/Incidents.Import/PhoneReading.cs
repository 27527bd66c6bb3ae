using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Incidents.Configuration.Sections;
using PhoneNumbers;

namespace Incidents.Import;

/// <summary>A telephone number of an export, in international form as far as it says one.</summary>
/// <param name="Number">`+` and digits (E.164); null when the number is not certain.</param>
/// <param name="Problem">What was dropped, or why there is no number, in a sentence; null when there is nothing to say.</param>
internal readonly partial record struct PhoneReading(string? Number, string? Problem)
{
    /// <summary>What the library calls the region of codes that belong to no country, such as +883.</summary>
    private const string Everywhere = "001";

    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    /// <summary>A number of which the country code stands before a hyphen, as Opsgenie writes it: `44-7700900101`.</summary>
    public static PhoneReading Hyphenated(string text) =>
        CodeAndNumber().Match(text.Trim()) is { Success: true } parts && Region(parts.Groups[1].Value) is not null
            ? Of(parts.Groups[1].Value, parts.Groups[2].Value)
            : Of(null, text);

    /// <param name="code">The country code where it is kept apart: `44`, `+44`.</param>
    /// <param name="address">The number as a person wrote it, which may be in national or international form.</param>
    public static PhoneReading Of(string? code, string? address)
    {
        var text = Plain(address ?? "");
        if (text.Length == 0)
        {
            return new(null, "It is empty.");
        }

        var country = (code ?? "").Trim().TrimStart('+').TrimStart('0');
        var region = Region(country);
        if (Separators().Split(text).Count(part => Parse(part, region) is { } one && IsPossible(one)) > 1)
        {
            return new(null, "It is more than one number.");
        }

        var pause = Pause().Match(text);
        var (number, dialled) = pause.Success ? (pause.Groups[1].Value, pause.Groups[2].Value) : (text, "");
        if (Extension().Replace(number, "").Any(char.IsLetter))
        {
            return new(null, "It holds letters.");
        }

        if (!number.StartsWith('+') && region is null)
        {
            return new(null, country.Length == 0 ? "It has no country code, which is not guessed." : $"\"{code}\" is no country code.");
        }

        return Certain(number, country, region) is var (read, problem) && read is null
            ? new(null, problem)
            : new(Numbers.Format(read, PhoneNumberFormat.E164), Dropped(dialled.Length > 0 ? dialled : read.Extension) ?? problem);
    }

    /// <summary>The national and the international reading of one text, and which of the two it can only be.</summary>
    private static (PhoneNumber? Number, string? Problem) Certain(string text, string country, string? region)
    {
        if (text.StartsWith('+'))
        {
            var international = Parse(text, null);
            return international is null || !IsPossible(international) ? (null, "It is no telephone number.")
                : country.Length > 0 && Code(international) != country ? (international, $"It says +{Code(international)} itself and +{country} beside it; the first is written.")
                : (international, null);
        }

        var digits = PhoneNumberUtil.NormalizeDigitsOnly(text);
        var national = Usable(region == Everywhere ? Parse($"+{country}{digits}", null) : Parse(text, region));
        var repeated = digits.StartsWith(country, StringComparison.Ordinal) ? digits
            : digits.StartsWith($"00{country}", StringComparison.Ordinal) ? digits[2..]
            : null;
        var whole = repeated is null ? null : Usable(Parse($"+{repeated}", null));
        if (national is not null && Code(national) != country && !Numbers.IsValidNumber(national))
        {
            national = null;
        }

        return (national, whole) switch
        {
            (null, null) => (null, $"It is no telephone number of +{country}."),
            ({ } one, null) => (one, Code(one) == country ? null : $"It says +{Code(one)} itself and +{country} beside it; the first is written."),
            (null, { } one) => (one, null),
            ({ } one, { } other) when Same(one, other) => (one, null),
            ({ } one, { } other) when Likelihood(one) > Likelihood(other) => (one, null),
            ({ } one, { } other) when Likelihood(one) < Likelihood(other) => (other, null),
            _ => (null, $"It may begin with +{country} again or not, and is a number either way."),
        };
    }

    /// <summary>A number in use before one that only has a length in use, and of those a mobile one: it is what a person is paged by.</summary>
    private static int Likelihood(PhoneNumber number) =>
        !Numbers.IsValidNumber(number) ? 0
        : Numbers.GetNumberType(number) is PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE_OR_MOBILE ? 2
        : 1;

    private static bool Same(PhoneNumber one, PhoneNumber other) => Numbers.Format(one, PhoneNumberFormat.E164) == Numbers.Format(other, PhoneNumberFormat.E164);

    private static PhoneNumber? Usable(PhoneNumber? number) => number is not null && IsPossible(number) ? number : null;

    private static bool IsPossible(PhoneNumber number) =>
        Numbers.IsPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE && PhoneForm.Number().IsMatch(Numbers.Format(number, PhoneNumberFormat.E164));

    private static PhoneNumber? Parse(string text, string? region)
    {
        try
        {
            return Numbers.Parse(text, region is null or Everywhere ? null : region);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    private static string? Region(string country) =>
        int.TryParse(country, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && Numbers.GetRegionCodeForCountryCode(code) is var region && region != "ZZ" ? region : null;

    private static string Code(PhoneNumber number) => number.CountryCode.ToString(CultureInfo.InvariantCulture);

    private static string? Dropped(string? extension) => extension is { Length: > 0 } ? $"Its extension {extension.Trim()} is dropped: no channel here dials one." : null;

    /// <summary>Without `tel:`, marks of writing direction and other characters that show nothing, with one kind of plus.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Where(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.Format))
        {
            plain.Append(letter == '\uFF0B' ? '+' : letter);
        }

        return TelephoneUri().Replace(plain.ToString().Trim(), "");
    }

    [GeneratedRegex(@"^\+?([0-9]{1,3})-(.*)\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex CodeAndNumber();

    [GeneratedRegex(@"[/,;|&\n]|\s(?:or|and|oder|und|ou|et|o|y)\s", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Separators();

    /// <summary>What is dialled after a pause, as telephones keep it: `2025550103,,4#`, `2025550103p4`.</summary>
    [GeneratedRegex(@"^(.*[0-9)])\s*(?:[,;]|[pw](?=[\s0-9]))[\s,;pw]*([0-9][0-9\s*#,;pw]*)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Pause();

    [GeneratedRegex(@"(?:;ext=|[;,\s]*(?:e?xt(?:ension|n)?|x|int|anexo|доб)[.:\s]*)[0-9]+#?\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Extension();

    [GeneratedRegex(@"^tel:", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TelephoneUri();
}
