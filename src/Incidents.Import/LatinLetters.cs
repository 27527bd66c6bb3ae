using System.Collections.Frozen;

namespace Incidents.Import;

/// <summary>
/// Letters with marks as plain ones. A table of our own, because Unicode's decomposition is there only where the host has ICU, and
/// ids have to be the same everywhere.
/// </summary>
internal static class LatinLetters
{
    private static readonly FrozenDictionary<char, string> Letters = new[]
    {
        ("a", "àáâãäåāăą"), ("ae", "æ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"), ("i", "ìíîïĩīĭįı"),
        ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľł"), ("n", "ñńņň"), ("o", "òóôõöøōŏő"), ("oe", "œ"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("ss", "ß"),
        ("t", "ţťŧț"), ("th", "þ"), ("u", "ùúûüũūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
    }.SelectMany(group => group.Item2.Select(letter => (Letter: letter, Plain: group.Item1))).ToFrozenDictionary(pair => pair.Letter, pair => pair.Plain);

    /// <summary>The letters to write for one; itself where there are no others.</summary>
    public static string Plain(char letter) => Letters.GetValueOrDefault(char.ToLowerInvariant(letter)) ?? letter.ToString();
}
