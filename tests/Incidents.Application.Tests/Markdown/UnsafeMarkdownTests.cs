using System.Diagnostics;
using AngleSharp.Dom;
using Incidents.Application.Markdown;

namespace Incidents.Application.Tests.Markdown;

/// <summary>Lines W76 to W86 of the bad-input catalogue: rendered as text, and no request leaves the page.</summary>
public class UnsafeMarkdownTests
{
    [Fact]
    public void W76_Script_IsText() => ShowsAsText("<script>alert(1)</script>", "<script>alert(1)</script>");

    [Fact]
    public void W76_ScriptInALine_IsText() => ShowsAsText("a <script>alert(1)</script> b", "a <script>alert(1)</script> b");

    [Fact]
    public void W77_ImageWithOnError_IsText() => ShowsAsText("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>");

    [Fact]
    public void W78_AnimatedSvg_IsText() =>
        ShowsAsText("<svg><animate onbegin=alert(1) attributeName=x></svg>", "<svg><animate onbegin=alert(1) attributeName=x></svg>");

    [Fact]
    public void W79_LinkToScript_KeepsItsTextOnly() => ShowsAsText("[x](javascript:alert(1))", "x (link dropped: only https and mailto links are shown)");

    [Fact]
    public void W80_AutolinkToScript_KeepsItsTextOnly() =>
        ShowsAsText("<javascript:alert(1)>", "javascript:alert(1) (link dropped: only https and mailto links are shown)");

    [Theory]
    [InlineData("[x](&#x6A;avascript:alert(1))")]
    [InlineData("[x](&#106;avascript&colon;alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](java&Tab;script:alert(1))")]
    [InlineData("[x](java&NewLine;script:alert(1))")]
    [InlineData("[x](&#1;javascript:alert(1))")]
    [InlineData("[x](<  javascript:alert(1)>)")]
    [InlineData("[x][y]\n\n[y]: javascript:alert(1)")]
    [InlineData("![x](javascript:alert(1))")]
    public void W81_LinkToScriptInDisguise_IsNoLink(string markdown) => Assert.Null(Rendered.Body(markdown).AssertHarmless().QuerySelector("a"));

    [Theory]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("<data:text/html,<b>>")]
    [InlineData("![x](data:image/svg+xml,a)")]
    public void W82_DataAddress_IsNoLink(string markdown) => Assert.Null(Rendered.Body(markdown).AssertHarmless().QuerySelector("a"));

    [Fact]
    public void W83_RemoteImage_IsALink()
    {
        var body = Rendered.Body("![latency](https://images.example.com/p99.png)").AssertHarmless();

        var link = Assert.Single(body.QuerySelectorAll("a"));
        Assert.Equal("https://images.example.com/p99.png", link.GetAttribute("href"));
        Assert.Equal("latency", link.TextContent);
    }

    [Fact]
    public void W83_ImageWithinALink_IsTheLinksText()
    {
        var link = Assert.Single(Rendered.Body("[![badge](https://a.example/b.png)](https://c.example/)").AssertHarmless().QuerySelectorAll("a"));

        Assert.Equal(("https://c.example/", "badge"), (link.GetAttribute("href"), link.TextContent));
    }

    [Theory]
    [InlineData("[x](vbscript:msgbox)")]
    [InlineData("<vbscript:msgbox>")]
    [InlineData("[x](file:///etc/passwd)")]
    [InlineData("[x](http://example.com)")]
    [InlineData("[x](//evil.example)")]
    [InlineData("[x](/\\evil.example)")]
    [InlineData("[x](https:evil.example)")]
    [InlineData("[x](https://example.com@evil.example)")]
    [InlineData("[x](../../secret)")]
    public void W84_OtherSchemesAndTricks_AreNoLinks(string markdown) => Assert.Null(Rendered.Body(markdown).AssertHarmless().QuerySelector("a"));

    [Theory]
    [InlineData(">")]
    [InlineData("> ")]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("[a](")]
    [InlineData("*a ")]
    [InlineData("_ a")]
    [InlineData("1. ")]
    [InlineData("+ ")]
    [InlineData("<")]
    public void W85_TenThousandNested_TakeAtMost50Milliseconds(string nested)
    {
        var markdown = string.Concat(Enumerable.Repeat(nested, 10_000));
        Rendered.Body(markdown[..200]);

        var fastest = Enumerable.Range(0, 5).Min(_ => Time(() => MarkdownRenderer.ToHtml(markdown, "test")));

        Assert.InRange(fastest.TotalMilliseconds, 0, 50);
        Rendered.Body(markdown).AssertHarmless();
    }

    [Fact]
    public void W85_ListNestedByIndentation_IsShownAsText()
    {
        var markdown = string.Concat(Enumerable.Range(0, 300).Select(level => new string(' ', 2 * level) + "- a\n"));

        var body = Rendered.Body(markdown).AssertHarmless();

        Assert.Equal("Shown as plain text: nested too deep or too long for Markdown.", body.QuerySelector("em")!.TextContent);
        Assert.Equal(300, body.QuerySelector("pre")!.TextContent.Count(c => c == 'a'));
    }

    [Theory]
    [InlineData("# __proto__", "md-test-proto")]
    [InlineData("# constructor", "md-test-constructor")]
    [InlineData("# \"onclick=x", "md-test-onclick-x")]
    [InlineData("# 日本語", "md-test-section")]
    [InlineData("# x {#__proto__ onclick=alert(1)}", "md-test-x-proto-onclick-alert-1")]
    public void W86_IdOfAHeading_IsBehindAPrefix(string markdown, string id) =>
        Assert.Equal(id, Rendered.Body(markdown).AssertHarmless().QuerySelector("h1")!.Id);

    [Fact]
    public void Controls_ThatTurnTheReadingDirection_AreShown() =>
        Assert.Equal("a[U+202E]b", Rendered.Body("`a\u202eb`").TextContent.Trim());

    private static void ShowsAsText(string markdown, string text)
    {
        var body = Rendered.Body(markdown).AssertHarmless();

        Assert.Equal(text, body.TextContent.Trim());
        Assert.Equal("P", Assert.Single(body.QuerySelectorAll("*")).NodeName);
    }

    private static TimeSpan Time(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed;
    }
}
