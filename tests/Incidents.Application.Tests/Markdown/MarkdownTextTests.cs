using AngleSharp.Dom;
using FsCheck;
using FsCheck.Fluent;
using Incidents.Application.Markdown;

namespace Incidents.Application.Tests.Markdown;

public class MarkdownTextTests
{
    [Theory]
    [InlineData("checkout-api-5xx", "checkout-api-5xx")]
    [InlineData("worker_queue_lag at 11:18:44 (12.5 %)", "worker_queue_lag at 11:18:44 (12.5 %)")]
    [InlineData("_worker_", @"\_worker\_")]
    [InlineData("# heading", @"\# heading")]
    [InlineData("1. item", @"1\. item")]
    [InlineData("[x](https://evil.example)", @"\[x\](https\://evil.example)")]
    [InlineData("www.evil.example", @"www\.evil.example")]
    [InlineData("a\n\n- b", "a - b")]
    [InlineData("a | b", @"a \| b")]
    [InlineData("C:\\", @"C:\\")]
    [InlineData("{{ region }}", @"\{\{ region \}\}")]
    [InlineData("a\u202eb", @"a\[U+202E\]b")]
    public void Escape_MarksWhatHasAMeaningAndNoMore(string text, string escaped) => Assert.Equal(escaped, MarkdownText.Escape(text));

    [Fact]
    public void Escape_LongText_IsCutBeforeMarking() => Assert.Equal(@"\*\*\*…", MarkdownText.Escape("*****", 3));

    [Theory]
    [InlineData("{0}", "p")]
    [InlineData("- {0}", "li")]
    [InlineData("- 11:18:44 {0} (the on-call responder)", "li")]
    [InlineData("# {0}", "h1")]
    [InlineData("|a|\n|-|\n|{0}|", "td")]
    [InlineData("a *b* {0} `c`", "p")]
    public void Escape_Anything_IsShownAsItIs(string place, string element)
    {
        string[] pieces =
        [
            "a", "Z9", " ", "\n", "<", ">", "[", "]", "(", ")", "!", "*", "**", "_", "`", "```", "~~", "|", "-", "---", "+", "=", "#", "\"", "'", "&", "&amp;", ";", ":", "//", "\\",
            "{{", "}}", "\0", "https://", "http://a.b", "www.", "mailto:", "tel:1", "a@b.c", "<b>", "](", "![", "1. ", "1) ", "- ", "> ", "\t", "$", "^", "%", "\u202e", "é", "😀",
        ];
        var text = Gen.Elements(pieces).ListOf().Select(string.Concat).Where(t => VisibleText.Of(t).Length > 0);
        Prop.ForAll(text.ToArbitrary(), outside =>
        {
            var plain = Rendered.Body(place.Replace("{0}", "x", StringComparison.Ordinal));
            var body = Rendered.Body(place.Replace("{0}", MarkdownText.Escape(outside), StringComparison.Ordinal)).AssertHarmless();

            Assert.Equal(plain.QuerySelectorAll("*").Select(e => e.LocalName), body.QuerySelectorAll("*").Select(e => e.LocalName));
            Assert.Equal(
                plain.QuerySelector(element)!.TextContent.Replace("x", VisibleText.Of(outside), StringComparison.Ordinal),
                body.QuerySelector(element)!.TextContent);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(40));
    }
}
