using Incidents.Application.SlackMarkup;

namespace Incidents.Application.Tests.Slack;

/// <summary>Text from outside that would mention, link, hide or forge something shows as what was written.</summary>
public sealed class SlackTextTests
{
    [Fact]
    public void A61_S72_ChannelMention_IsShown() => Shows("&lt;!channel&gt;", "<!channel>");

    [Fact]
    public void A62_HereMention_IsShown() => Shows("&lt;!here|x&gt;", "<!here|x>");

    [Fact]
    public void A63_S73_UserMention_IsShown() => Shows("&lt;@U1&gt;", "<@U1>");

    [Fact]
    public void A64_GroupMention_IsShown() => Shows("&lt;!subteam^S1&gt;", "<!subteam^S1>");

    [Fact]
    public void A65_LabelledLink_IsShown() => Shows("&lt;https://evil|click&gt;", "<https://evil|click>");

    [Fact]
    public void A66_S74_FenceBreak_OpensAndClosesNothing() => Shows("ˋˋˋ\n*now bold*", "```\n*now bold*");

    [Fact]
    public void A67_EntitiesInTheText_AreNotReadAsSuch() => Shows("&amp;lt;!channel&amp;gt;", "&lt;!channel&gt;");

    [Fact]
    public void A68_Html_IsShown() => Shows("&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>");

    [Theory]
    [InlineData("{{7*7}}")]
    [InlineData("${x}")]
    public void A69_Templates_AreShown(string text) => Shows(text, text);

    [Fact]
    public void A70_Nul_IsNamed() => Shows("a[U+0000]b", "a\0b");

    [Fact]
    public void A71_LoneSurrogate_IsNamed()
    {
        Shows("[U+D800] x", "\ud800 x");
        Shows("x [U+DC00]", "x \udc00");
    }

    [Theory]
    [InlineData("a\u200Bb", "a[U+200B]b")]
    [InlineData("a\uFEFFb", "a[U+FEFF]b")]
    [InlineData("a\u2060b", "a[U+2060]b")]
    public void A72_ZeroWidth_IsNamed(string text, string shown) => Shows(shown, text);

    [Fact]
    public void S75_RightToLeftOverride_IsNamed() => Shows("gpj[U+202E]exe", "gpj\u202Eexe");

    [Fact]
    public void A56_Emoji_StaysWhole() => Shows("🔥 down", "🔥 down");

    [Fact]
    public void A59_LineBreakInAName_ForgesNoLine() =>
        Assert.Equal("cpu [ERROR] fake", SlackText.EscapeLine("cpu\r\n[ERROR] fake"));

    [Fact]
    public void Escape_LineBreaksInProse_Stay() => Shows("one\ntwo", "one\r\ntwo");

    [Fact]
    public void Plain_KeepsWhatIsNoMarkupThere() => Assert.Equal("R&D <x> [U+202E]", SlackText.Plain("R&D <x>\n\u202E"));

    private static void Shows(string shown, string text) => Assert.Equal(shown, SlackText.Escape(text));
}
