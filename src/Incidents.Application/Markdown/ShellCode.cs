using System.Buffers;

namespace Incidents.Application.Markdown;

/// <summary>
/// Fills placeholders in shell code. Follows the author's quotes, so that a value is one word, or a part of one, wherever it stands.
/// A value that could still mean something to a shell stays out: the placeholder remains as written.
/// </summary>
internal static class ShellCode
{
    private const string Bare = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789%+:,./_-";
    private static readonly SearchValues<char> NeedsNoQuotes = SearchValues.Create(Bare);
    private static readonly SearchValues<char> Quiet = SearchValues.Create(Bare + " @=");

    // Read as an option, as a file to send, or as a page to fetch, however well quoted.
    private static readonly string[] NeverFirst = ["-", "@", "file://", "fileb://", "http://", "https://"];

    public static string Fill(string code, Func<string, string?> variables)
    {
        var quotes = new ShellQuotes();
        var last = 0;
        return Placeholder.Fill(code, (placeholder, at) =>
        {
            quotes.Read(code.AsSpan(last, at - last));
            last = at;
            return variables(placeholder.Name) is { } value && IsHarmless(value) ? Word(value, quotes.State) : null;
        });
    }

    /// <summary>Whether a value ends no string and starts no command, in shell or in any query language.</summary>
    public static bool IsQuiet(string value) => !value.AsSpan().ContainsAnyExcept(Quiet);

    private static bool IsHarmless(string value) =>
        !VisibleText.HasHidden(value) && !NeverFirst.Any(start => value.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    private static string? Word(string value, ShellQuotes.Quote state) => state switch
    {
        _ when !value.AsSpan().ContainsAnyExcept(NeedsNoQuotes) => value,
        ShellQuotes.Quote.None => $"'{value.Replace("'", @"'\''", StringComparison.Ordinal)}'",

        // What is quoted may be a query, or a command for a second shell, so quoting for the first is not enough.
        ShellQuotes.Quote.Single or ShellQuotes.Quote.Double when IsQuiet(value) => value,
        _ => null,
    };
}
