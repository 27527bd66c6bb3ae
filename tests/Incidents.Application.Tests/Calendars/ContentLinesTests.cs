using System.Text;
using Incidents.Application.Calendars.Text;

namespace Incidents.Application.Tests.Calendars;

public sealed class ContentLinesTests
{
    [Theory]
    [InlineData("a, b; c\\d", @"SUMMARY:a\, b\; c\\d")]
    [InlineData("one\ntwo\r\nthree\rfour", @"SUMMARY:one\ntwo\nthree\nfour")]
    [InlineData("bell\a and \u0000nul\tgo", "SUMMARY:bell and nulgo")]
    [InlineData("colon: \"quotes\"", "SUMMARY:colon: \"quotes\"")]
    public void Text_IsEscaped(string text, string line) =>
        Assert.Equal(line + "\r\n", new ContentLines().AddText("SUMMARY", text).ToString());

    [Fact]
    public void HalfAPairOfSurrogates_IsReplaced() => Assert.Equal("SUMMARY:\uFFFD\r\n", new ContentLines().AddText("SUMMARY", "\uD83D").ToString());

    [Theory]
    [InlineData(67, 1)]
    [InlineData(68, 2)]
    [InlineData(67 + 74, 2)]
    [InlineData(67 + 75, 3)]
    public void Line_IsFoldedAfterSeventyFiveOctets(int length, int lines) =>
        Assert.Equal(lines, ParsedCalendar.WireLines(new ContentLines().AddText("SUMMARY", new string('x', length)).ToString()).Length);

    [Theory]
    [InlineData("界")]
    [InlineData("👩")]
    [InlineData("é")]
    public void Fold_NeverCutsALetter_AndUnfoldsToTheSame(string letter)
    {
        for (var before = 0; before < 8; before++)
        {
            var text = new string('x', before) + string.Concat(Enumerable.Repeat(letter, 60));
            var written = new ContentLines().AddText("SUMMARY", text).ToString();
            Assert.All(ParsedCalendar.WireLines(written), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 1, 75));
            Assert.Equal(text, ParsedCalendar.Read(written).Head["SUMMARY"]);
        }
    }
}
