namespace Incidents.Application.Runbooks;

/// <summary>Cuts a file into the YAML between two lines of `---` at its top and the text below.</summary>
internal static class FrontMatter
{
    private const string Fence = "---\n";

    /// <summary>The two parts, or null when the file does not begin with front matter. In the YAML, lines have the numbers they have in the file.</summary>
    public static (string Yaml, string Body, int BodyLine)? Split(string text)
    {
        if (!text.StartsWith(Fence, StringComparison.Ordinal))
        {
            return null;
        }

        var end = text.IndexOf("\n" + Fence, Fence.Length - 1, StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        var body = end + 1 + Fence.Length;
        return ("\n" + text[Fence.Length..(end + 1)], text[body..], text.AsSpan(0, body).Count('\n') + 1);
    }
}
