using Incidents.Web.Preview;
using NodaTime;

namespace Incidents.Web.Tests.Preview;

public class MrkdwnReaderTests
{
    private static readonly MrkdwnReader Reader = new(id => id == "U1" ? "Ana" : id);

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a *bold* word", "a |bold:bold| word")]
    [InlineData("*bold _and italic_*", "bold:bold |bold+italic:and italic")]
    [InlineData("2 * 3 * 4", "2 * 3 * 4")]
    [InlineData("snake_case_name", "snake_case_name")]
    [InlineData("~gone~", "strike:gone")]
    [InlineData("run `a *b* c`", "run |code:a *b* c")]
    [InlineData("```\nline *one*\nline two\n```", "fence:line *one*\nline two")]
    [InlineData("<@U1>: please", "mention:@Ana|: please")]
    [InlineData("<@U9>", "mention:@U9")]
    [InlineData("<!channel>", "mention:@channel")]
    [InlineData("&lt;!channel&gt; &amp;amp;", "<!channel> &amp;")]
    [InlineData("<https://a.example/?x=1&amp;y=2|the page>", "link(https://a.example/?x=1&y=2):the page")]
    [InlineData("<https://a.example>", "link(https://a.example):https://a.example")]
    [InlineData("<javascript:alert(1)|click>", "<javascript:alert(1)|click>")]
    [InlineData("a < b", "a < b")]
    [InlineData("*not\nbold*", "*not\nbold*")]
    public void Text_BecomesRuns(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Reader.Read(text).Select(Show)));

    [Theory]
    [InlineData("{date_short_pretty} {time}", "today 02:15")]
    [InlineData("{date_long_pretty} at {time_secs}", "today at 02:15:00")]
    [InlineData("{date}, {date_num}", "October 25th, 2026, 2026-10-25")]
    [InlineData("{date_short}^https://a.example", "Oct 25, 2026")]
    [InlineData("{date_long} {date_slash}", "Sunday, October 25th, 2026 25/10/2026")]
    [InlineData("{what}", "the fallback <1>")]
    [InlineData("", "the fallback <1>")]
    public void V15_Date_IsShownByTheClockOfTheReader_OrAsItsFallback(string form, string shown)
    {
        var reader = new MrkdwnReader(id => id, new SlackDates(DateTimeZoneProviders.Tzdb["Europe/Berlin"], Instant.FromUtc(2026, 10, 25, 12, 0)));

        Assert.Equal($"until |{shown}|.", string.Join('|', reader.Read($"until <!date^1792887300^{form}|the fallback &lt;1&gt;>.").Select(Show)));
    }

    [Theory]
    [InlineData(24, "yesterday 02:15")]
    [InlineData(-24, "tomorrow 02:15")]
    [InlineData(48, "Oct 25, 2026 02:15")]
    public void V15_Date_OfAnotherDay_SaysWhich(int hoursLater, string shown) => Assert.Equal(
        shown,
        new SlackDates(DateTimeZoneProviders.Tzdb["Europe/Berlin"], Instant.FromUtc(2026, 10, 25, 12, 0) + Duration.FromHours(hoursLater)).Show("1792887300^{date_short_pretty} {time}"));

    [Theory]
    [InlineData("x^{time}")]
    [InlineData("99999999999999999999^{time}")]
    [InlineData("9999999999999^{time}")]
    [InlineData("1792887300")]
    public void V15_Date_ThatIsNone_IsNotShown(string date) => Assert.Null(new SlackDates(DateTimeZone.Utc, Instant.FromUnixTimeSeconds(0)).Show(date));

    [Fact]
    public void Text_OfManyMarks_EndsSoon()
    {
        var runs = Reader.Read(string.Concat(Enumerable.Repeat("*a _b ~c ", 300)));

        Assert.NotEmpty(runs);
    }

    private static string Show(MrkdwnRun run)
    {
        string[] looks = [run.Bold ? "bold" : "", run.Italic ? "italic" : "", run.Strike ? "strike" : "", run.Code ? "code" : "", run.Fence ? "fence" : "", run.Mention ? "mention" : "", run.Href is null ? "" : $"link({run.Href})"];
        var look = string.Join('+', looks.Where(l => l.Length > 0));
        return look.Length == 0 ? run.Text : $"{look}:{run.Text}";
    }
}
