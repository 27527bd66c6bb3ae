using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Incidents.Application.Markdown;

namespace Incidents.Application.Tests.Markdown;

/// <summary>Rendered Markdown as a browser reads it.</summary>
internal static class Rendered
{
    private static readonly string[] Elements =
    [
        "a", "blockquote", "br", "code", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "strong",
        "table", "tbody", "td", "th", "thead", "tr", "ul",
    ];

    public static IElement Body(string markdown, Func<string, string?>? variables = null) =>
        Read(MarkdownRenderer.ToHtml(markdown, "test", variables));

    public static IElement Read(string html) => new HtmlParser().ParseDocument($"<!doctype html><body>{html}").Body!;

    /// <summary>Nothing runs, nothing loads, nothing leads where it should not, nothing takes a name of the page.</summary>
    public static IElement AssertHarmless(this IElement body)
    {
        foreach (var element in body.QuerySelectorAll("*"))
        {
            Assert.Contains(element.LocalName, Elements);
            foreach (var attribute in element.Attributes)
            {
                Assert.True(IsHarmless(element.LocalName, attribute), $"<{element.LocalName} {attribute.Name}=\"{attribute.Value}\">");
            }
        }

        return body;
    }

    private static bool IsHarmless(string element, IAttr attribute) => (element, attribute.Name) switch
    {
        ("a", "href") => attribute.Value.StartsWith("https://", StringComparison.Ordinal)
            || attribute.Value.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
            || attribute.Value.StartsWith("#md-test-", StringComparison.Ordinal)
            || (!attribute.Value.Contains(':', StringComparison.Ordinal) && !attribute.Value.StartsWith("//", StringComparison.Ordinal)),
        ("a", "rel") => attribute.Value == "noopener noreferrer",
        ("ol", "start") => int.TryParse(attribute.Value, out _),
        ("h1" or "h2" or "h3" or "h4" or "h5" or "h6", "id") => attribute.Value.StartsWith("md-test-", StringComparison.Ordinal),
        _ => false,
    };
}
