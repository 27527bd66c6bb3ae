using Incidents.Application.SlackMarkup;
using NodaTime;

namespace Incidents.Application.Tests.Slack;

public sealed class MrkdwnTests
{
    [Fact]
    public void Of_EscapesTheHolesAndNotTheRest()
    {
        var service = "R&D <!channel>";

        Assert.Equal("*R&amp;D &lt;!channel&gt;* has `12` alarms", Mrkdwn.Of($"*{service}* has {Mrkdwn.Code("12")} alarms").Value);
    }

    [Theory]
    [InlineData("*bold*", "∗bold∗")]
    [InlineData("_italic_ text", "ˍitalicˍ text")]
    [InlineData("~gone~", "∼gone∼")]
    [InlineData("*_~all~_*", "∗ˍ∼all∼ˍ∗")]
    [InlineData("p99 > 5 * rate", "p99 &gt; 5 ∗ rate")]
    [InlineData("checkout_5xx_errors", "checkout_5xx_errors")]
    [InlineData("a*b~c", "a*b~c")]
    [InlineData("Zoë_ß", "Zoë_ß")]
    public void V36_TextFromOutside_WithMarksOfFormat_FormatsNothing(string text, string shown)
    {
        Assert.Equal(shown, Mrkdwn.Text(text).Value);
        Assert.Equal($"*{shown}*", Mrkdwn.Of($"*{text}*").Value);
        Assert.Equal(text, Mrkdwn.Text(text).ToPlainText());
    }

    [Fact]
    public void Of_ANumberOrNothing() => Assert.Equal("3 -", Mrkdwn.Of($"{3} {(string?)null}-").Value);

    [Fact]
    public void Code_CannotBeLeft() => Assert.Equal("`a ˋ&lt;@U1&gt;ˋ b`", Mrkdwn.Code("a `<@U1>`\nb").Value);

    [Fact]
    public void Code_OfNothing_IsNothing() => Assert.True(Mrkdwn.Code(" ").IsEmpty);

    [Theory]
    [InlineData("U012ABCDEF", "<@U012ABCDEF>")]
    [InlineData("W012ABCDEF", "<@W012ABCDEF>")]
    [InlineData("!channel", "!channel")]
    [InlineData("U1>", "U1&gt;")]
    [InlineData("U1|x", "U1|x")]
    [InlineData("jane", "jane")]
    public void Mention_OnlyOfAUserId(string id, string shown) => Assert.Equal(shown, Mrkdwn.Mention(id).Value);

    [Fact]
    public void Link_CannotBeLeftByAddressOrLabel() => Assert.Equal(
        "<https://x.example/a%7C%3E?b=1&amp;c=2|go &gt; &lt;!here&gt;>",
        Mrkdwn.Link(new Uri("https://x.example/a|>?b=1&c=2"), "go > <!here>").Value);

    [Fact]
    public void Link_ToAnotherScheme_IsOnlyItsLabel() => Assert.Equal("go", Mrkdwn.Link(new Uri("javascript:alert(1)"), "go").Value);

    [Fact]
    public void Lines_LeaveOutWhatIsEmpty() => Assert.Equal("a\nb", Mrkdwn.Lines(Mrkdwn.Text("a"), Mrkdwn.Empty, Mrkdwn.Text("b")).Value);

    [Fact]
    public void S76_ATextThatIsTooLong_IsCutAndSaysSo()
    {
        var cut = Mrkdwn.Text(new string('x', 4_000)).Cut(3_000).Value;

        Assert.True(cut.Length <= 3_000);
        Assert.EndsWith("x … _(cut)_", cut, StringComparison.Ordinal);
    }

    [Fact]
    public void Cut_OfAShortText_ChangesNothing() => Assert.Equal("short", Mrkdwn.Text("short").Cut(5).Value);

    [Fact]
    public void Cut_NeverTearsApartAnEntityALinkOrACharacter()
    {
        var whole = Mrkdwn.Of($"{"&&&"}{Mrkdwn.Link(new Uri("https://x.example/"), "here")}👩🏽‍🚒e\u0301{Filler}");

        for (var longest = 20; longest < 70; longest++)
        {
            var cut = whole.Cut(longest).Value;
            var kept = cut[..cut.IndexOf(" … ", StringComparison.Ordinal)];

            Assert.True(cut.Length <= longest);
            Assert.DoesNotMatch("&[a-z]*$|<[^>]*$|[\ud800-\udbff]$|\u200d$|e$", kept);
        }
    }

    [Theory]
    [InlineData("`", "`")]
    [InlineData("```", "```")]
    public void Cut_ClosesCodeThatIsStillOpen(string fence, string closed)
    {
        var code = fence.Length == 1 ? Mrkdwn.Code(new string('x', 200)) : Mrkdwn.Fenced(new string('x', 200));
        var cut = code.Cut(100).Value;

        Assert.EndsWith("x" + closed + " … _(cut)_", cut, StringComparison.Ordinal);
    }

    [Fact]
    public void V15_Date_IsSlacksToken_AndWhereItIsNotRenderedATimeWithItsZone()
    {
        var text = Mrkdwn.Of($"{"a < b"} until {Mrkdwn.Date(Instant.FromUnixTimeSeconds(1_789_355_820), "03:57 (<Europe/Berlin|>)")}.");

        Assert.Equal("a &lt; b until <!date^1789355820^{date_short_pretty} {time}|03:57 (&lt;Europe/Berlin|&gt;)>.", text.Value);
        Assert.Equal("a &lt; b until 03:57 (&lt;Europe/Berlin|&gt;).", text.WithPlainDates().Value);
        Assert.Equal("a < b until 03:57 (<Europe/Berlin|>).", text.ToPlainText());
    }

    [Fact]
    public void V15_Date_FromOutside_StaysText() =>
        Assert.Equal("&lt;!date^1^{time}|x&gt;", Mrkdwn.Of($"{"<!date^1^{time}|x>"}").WithPlainDates().Value);

    private const string Filler = "……………………………………………………………………………………………………";
}
