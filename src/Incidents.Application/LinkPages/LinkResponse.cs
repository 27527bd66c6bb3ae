using Incidents.Application.LinkPages.Pages;

namespace Incidents.Application.LinkPages;

/// <summary>What goes back: always one of our pages, and always with the same headers.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">A whole page of HTML, in ASCII.</param>
public sealed record LinkResponse(int Status, string Body)
{
    /// <summary>For a source that tried too many wrong tokens.</summary>
    public static LinkResponse TooMany { get; } = new(429, NoticePage.TooMany);

    /// <summary>Nothing is loaded, framed, kept or indexed, and no referrer is sent.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>
    {
        ["content-type"] = "text/html; charset=utf-8",
        ["content-security-policy"] = $"default-src 'none'; style-src {LinkStyle.Source}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        ["cache-control"] = "no-store",
        ["referrer-policy"] = "no-referrer",
        ["x-robots-tag"] = "noindex, nofollow",
        ["x-content-type-options"] = "nosniff",
        ["cross-origin-opener-policy"] = "same-origin",
        ["strict-transport-security"] = "max-age=31536000; includeSubDomains",
    };
}
