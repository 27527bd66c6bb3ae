using Incidents.Web.Preview;

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
