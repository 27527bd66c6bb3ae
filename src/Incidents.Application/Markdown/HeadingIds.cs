using System.Text;

namespace Incidents.Application.Markdown;

/// <summary>Ids for headings: unique in the text, and always behind a prefix, so that none can shadow a name the page's scripts use.</summary>
internal sealed class HeadingIds(string scope)
{
    private const int LongestSlug = 80;
    private readonly Dictionary<string, int> used = [];

    public string Prefix { get; } = $"md-{Slug(scope)}-";

    public string Next(string heading)
    {
        var slug = Slug(heading);
        var count = used[slug] = used.GetValueOrDefault(slug) + 1;
        return count == 1 ? Prefix + slug : $"{Prefix}{slug}--{count}";
    }

    /// <summary>The `href` that leads to a heading of this text.</summary>
    public string Anchor(string fragment) => $"#{Prefix}{Slug(fragment)}";

    private static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }

            if (slug.Length == LongestSlug)
            {
                break;
            }
        }

        return slug.ToString().TrimEnd('-') is { Length: > 0 } made ? made : "section";
    }
}
