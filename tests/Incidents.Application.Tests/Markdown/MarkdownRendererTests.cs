using FsCheck;
using FsCheck.Fluent;
using Incidents.Application.Markdown;

namespace Incidents.Application.Tests.Markdown;

public class MarkdownRendererTests
{
    [Theory]
    [InlineData("a *b* **c** `d`", "<p>a <em>b</em> <strong>c</strong> <code>d</code></p>")]
    [InlineData("- a\n- b", "<ul><li>a</li><li>b</li></ul>")]
    [InlineData("3. a\n4. b", "<ol start=\"3\"><li>a</li><li>b</li></ol>")]
    [InlineData("1. a\n\n   ```bash\n   ls <x>\n   ```", "<ol start=\"1\"><li><p>a</p><pre><code>ls &lt;x&gt;</code></pre></li></ol>")]
    [InlineData("> a", "<blockquote><p>a</p></blockquote>")]
    [InlineData("a  \nb\nc", "<p>a<br>b\nc</p>")]
    [InlineData("---", "<hr>")]
    [InlineData("|a|b|\n|-|-|\n|1|2|\n|3|4|", "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></tbody></table>")]
    [InlineData("AT&amp;T & co", "<p>AT&amp;T &amp; co</p>")]
    [InlineData("<ops@example.com>", "<p><a href=\"mailto:ops@example.com\" rel=\"noopener noreferrer\">ops@example.com</a></p>")]
    [InlineData("https://example.com/a", "<p><a href=\"https://example.com/a\" rel=\"noopener noreferrer\">https://example.com/a</a></p>")]
    [InlineData("[a](/incidents)", "<p><a href=\"/incidents\" rel=\"noopener noreferrer\">a</a></p>")]
    [InlineData("[a](#What now)", "<p>[a](#What now)</p>")]
    [InlineData("[a](#what-now)\n\n## What now?", "<p><a href=\"#md-test-what-now\" rel=\"noopener noreferrer\">a</a></p><h2 id=\"md-test-what-now\">What now?</h2>")]
    [InlineData("# a\n\n# a", "<h1 id=\"md-test-a\">a</h1><h1 id=\"md-test-a--2\">a</h1>")]
    public void ToHtml_OfOrdinaryMarkdown(string markdown, string html) => Assert.Equal(html, MarkdownRenderer.ToHtml(markdown, "test"));

    [Fact]
    public void ToHtml_WithOffset_MovesHeadingsDownToSixAtMost() =>
        Assert.Equal("<h3 id=\"md-x-a\">a</h3><h6 id=\"md-x-b\">b</h6>", MarkdownRenderer.ToHtml("# a\n\n##### b", "x", headingOffset: 2));

    [Fact]
    public void ToHtml_OfLongTable_IsATable()
    {
        var markdown = "|at|what|\n|-|-|\n" + string.Concat(Enumerable.Repeat("|11:18:00|[alarm](https://example.com/) is *back*|\n", 300));

        Assert.Equal(301, Rendered.Body(markdown).AssertHarmless().QuerySelectorAll("tr").Length);
    }

    [Fact]
    public void ToHtml_OfAnything_IsHarmlessAndWellFormed()
    {
        string[] pieces =
        [
            "a", " ", "\n", "\n\n", "<", ">", "[", "]", "(", ")", "!", "*", "_", "`", "```", "|", "-", "#", "\"", "'", "&", ";", ":", "//", "\\", "{{", "}}", "\0", "\ud800",
            "javascript:", "https://", "data:", "&#x6A;", "<script>", "<img src=x onerror=y>", "](", "<!--", "-->", "]]>", "1. ", "- ", "> ", "\t", "{#id}", "style=",
        ];
        var markdown = Gen.Elements(pieces).ListOf().Select(string.Concat);
        Prop.ForAll(markdown.ToArbitrary(), text =>
        {
            var html = MarkdownRenderer.ToHtml(text, "test");
            Assert.Equal(html, Rendered.Read(html).AssertHarmless().InnerHtml);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000).WithEndSize(60));
    }
}
