using Incidents.Application.Paging.Channels;
using static Incidents.Application.Tests.Paging.Channels.Messages;

namespace Incidents.Application.Tests.Paging.Channels;

public sealed class SmsTextTests
{
    [Fact]
    public void Of_SaysWhatBrokeAndWhereToAcknowledge() => Assert.Equal(
        "INC-142 Sev1 Checkout: checkout-5xx: CPUUtilization 93.4% > 80% Ack: https://incidents.example.com/a/1Zkq0_u8xw5mJb2c4c1f9A", SmsText.Of(Page(link: Link)));

    [Fact]
    public void Of_WithoutLink_NamesTheCommand() => Assert.EndsWith(" Ack in Slack or: incidents ack INC-142", SmsText.Of(Page()), StringComparison.Ordinal);

    [Fact]
    public void Of_ThatMayBeARepeat_BeginsWithThat() => Assert.StartsWith("(Maybe a repeat) INC-142", SmsText.Of(Page(mayBeRepeat: true)), StringComparison.Ordinal);

    [Fact]
    public void Of_WordsFromOutside_StayInTheAlphabet()
    {
        var text = SmsText.Of(Page(Hostile));

        Assert.InRange(SmsText.Septets(text), 1, SmsText.Longest);
        Assert.DoesNotContain(text, char.IsControl);
        Assert.Contains("??? é", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('x')]
    [InlineData('{')]
    [InlineData('支')]
    public void Of_ALongTitle_IsCutToTwoSegments_WithTheLinkWhole(char letter)
    {
        var text = SmsText.Of(Page(new string(letter, 2_000), Link, service: new string(letter, 300)));

        Assert.InRange(SmsText.Septets(text), 200, SmsText.Longest);
        Assert.EndsWith($"... Ack: {Link}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ALinkThatDoesNotFit_IsLeftOut()
    {
        var text = SmsText.Of(Page(link: new Uri($"https://incidents.example.com/{new string('a', 300)}")));

        Assert.EndsWith("incidents ack INC-142", text, StringComparison.Ordinal);
        Assert.InRange(SmsText.Septets(text), 1, SmsText.Longest);
    }
}
