namespace Incidents.Configuration.Yaml;

/// <summary>How messages quote text from a file.</summary>
internal static class Wording
{
    private const int Longest = 60;

    /// <summary>In quotation marks, on one line, cut when long.</summary>
    public static string Quoted(this string text)
    {
        var shown = text.Length > Longest ? text[..Longest] + "…" : text;
        return $"\"{string.Concat(shown.Select(c => char.IsControl(c) ? '\uFFFD' : c))}\"";
    }

    /// <summary>` Did you mean "x"?` for the most similar of the known words; empty when none is similar.</summary>
    public static string DidYouMean(this string text, IEnumerable<string> known) =>
        Similarity.Nearest(text, known) is { } nearest ? $" Did you mean {nearest.Quoted()}?" : "";

    /// <summary>`a, b or c`.</summary>
    public static string OneOf(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}";
}
