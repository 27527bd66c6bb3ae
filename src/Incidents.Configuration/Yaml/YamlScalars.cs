using System.Globalization;
using System.Text.RegularExpressions;
using Incidents.Domain;

namespace Incidents.Configuration.Yaml;

/// <summary>Texts, numbers and words; null where the value is none, and the problem is noted.</summary>
internal static class YamlScalars
{
    private const int LongestText = 255;

    /// <summary>One line of text, up to 255 characters.</summary>
    public static string? Text(this YamlValue value)
    {
        if (value.Scalar is not { } text || value.IsNull)
        {
            return value.Refuse<string>($"{value.Subject} must be a text.");
        }

        return string.IsNullOrWhiteSpace(text) ? value.Refuse<string>($"{value.Subject} is empty. Write a text or remove the line.")
            : text.Length > LongestText ? value.Refuse<string>($"{value.Subject} is longer than {LongestText} characters. Shorten it.")
            : text.Any(char.IsControl) ? value.Refuse<string>($"{value.Subject} holds a line break or another control character. Write it on one line.")
            : text;
    }

    /// <summary>A text of the given form.</summary>
    /// <param name="expected">What to write, after the word "Write".</param>
    public static string? Matching(this YamlValue value, Regex form, string expected) =>
        value.Text() is not { } text ? null
        : form.IsMatch(text) ? text
        : value.Refuse<string>($"{value.Subject} cannot be {text.Quoted()}. Write {expected}.");

    /// <summary>A whole number within bounds.</summary>
    public static int? Integer(this YamlValue value, int least = int.MinValue, int most = int.MaxValue) =>
        value.Text() is not { } text ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : value.Refuse<int?>($"{value.Subject} cannot be {text.Quoted()}. Write a whole number{Between(least, most)}.");

    /// <summary>`true` or `false`. The other spellings of YAML 1.1 are refused, because some programs read them as text.</summary>
    public static bool? Boolean(this YamlValue value) => value.Text() switch
    {
        null => null,
        "true" => true,
        "false" => false,
        var text when text.ToLowerInvariant() is "yes" or "on" or "y" or "true" => value.Refuse<bool?>($"{value.Subject} cannot be {text.Quoted()}. Write true."),
        var text when text.ToLowerInvariant() is "no" or "off" or "n" or "false" => value.Refuse<bool?>($"{value.Subject} cannot be {text.Quoted()}. Write false."),
        var text => value.Refuse<bool?>($"{value.Subject} cannot be {text.Quoted()}. Write true or false."),
    };

    /// <summary>One of the words given, in any case; the word as given here.</summary>
    public static string? Word(this YamlValue value, params IReadOnlyList<string> words) =>
        value.Text() is not { } text ? null
        : words.FirstOrDefault(word => string.Equals(word, text, StringComparison.OrdinalIgnoreCase))
            ?? value.Refuse<string>($"{value.Subject} cannot be {text.Quoted()}. Write {Wording.OneOf(words)}.{text.DidYouMean(words)}");

    /// <summary>`sev1` to `sev4`.</summary>
    public static IReadOnlyList<string> SeverityWords { get; } = ["sev1", "sev2", "sev3", "sev4"];

    /// <summary>One of <see cref="SeverityWords"/>.</summary>
    public static Severity? Severity(this YamlValue value) =>
        value.Word(SeverityWords) is { } word ? (Severity)(word[^1] - '0') : null;

    /// <summary>What every item is read as; null when one of them cannot be read.</summary>
    public static IReadOnlyList<T>? AllOrNone<T>(this IReadOnlyList<YamlValue> items, Func<YamlValue, T?> read) where T : class
    {
        var all = items.Select(read).OfType<T>().ToArray();
        return all.Length == items.Count ? all : null;
    }

    private static string Between(int least, int most) => (least, most) switch
    {
        (int.MinValue, int.MaxValue) => "",
        (_, int.MaxValue) => string.Create(CultureInfo.InvariantCulture, $" from {least} up"),
        _ => string.Create(CultureInfo.InvariantCulture, $" from {least} to {most}"),
    };
}
