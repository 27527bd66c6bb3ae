using System.Diagnostics;
using AngleSharp.Dom;

namespace Incidents.Web.Tests.Console;

/// <summary>W76 to W86: whoever wrote a text, it shows as text and makes the browser do nothing.</summary>
public class HostileTextTests
{
    public static TheoryData<string, string> Catalogue => new()
    {
        { "W76", "<script>alert(1)</script>" },
        { "W77", "<img src=x onerror=alert(1)>" },
        { "W78", "<svg><animate onbegin=alert(1) attributeName=x dur=1s>" },
        { "W79", "[x](javascript:alert(1))" },
        { "W80", "<javascript:alert(1)>" },
        { "W81", "[x](&#x6A;avascript:alert(1))" },
        { "W82", "[x](data:text/html,<script>alert(1)</script>)" },
        { "W83", "![x](https://evil.example/pixel.png)" },
        { "W84", "[x](vbscript:msgbox(1))" },
        { "W86", "# __proto__" },
    };

    [Theory]
    [MemberData(nameof(Catalogue))]
    public async Task Text_InTitleNoteReasonAndPostmortem_ShowsAsText(string line, string text)
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Declare(text);
        await house.Note(number, text);
        await house.Resolve(number, note: text);
        await house.Store.Store.SavePostmortem(number, $"{text}\n\n{text}", CancellationToken.None);

        var page = await house.Browse().Open($"/incidents/{number}");
        var list = await house.Browse().Open("/?text=" + Uri.EscapeDataString(text));

        Assert.Equal(text, page.Document.QuerySelector("h1")!.TextContent);
        Assert.Contains($"Ana: {text}", page.Document.QuerySelector(".timeline")!.TextContent);
        Assert.Equal(text, list.Document.QuerySelector(".row-title")!.TextContent);
        Assert.Equal(text, list.Document.QuerySelector("input[name=text]")!.GetAttribute("value"));
        AssertHarmless(page, line);
        AssertHarmless(list, line);
    }

    [Fact]
    public async Task Text_OfAnAlarmAndARunbook_ShowsAsText()
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-<img src=x onerror=alert(1)>", description: "<script>alert(2)</script> [x](javascript:alert(3))");

        var page = await house.Browse().Open("/incidents/INC-1");

        Assert.Contains("<img src=x onerror=alert(1)>", page.Read("h1"));
        Assert.Contains("<script>alert(2)</script> [x](javascript:alert(3))", page.Read("blockquote"));
        Assert.Contains("Nobody can pay.", page.Read("#runbook-checkout"));
        AssertHarmless(page, "runbook");
    }

    [Theory]
    [InlineData('>')]
    [InlineData('[')]
    public async Task W85_TenThousandNestedMarks_AreRenderedWithoutHanging(char mark)
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Declare("Nested");
        await house.Store.Store.SavePostmortem(number, new string(mark, 10_000), CancellationToken.None);
        await house.Browse().Open($"/incidents/{number}");

        var watch = Stopwatch.StartNew();
        var page = await house.Browse().Open($"/incidents/{number}");

        Assert.Equal(200, page.Status);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"took {watch.Elapsed}");
    }

    private static void AssertHarmless(View page, string line)
    {
        foreach (var element in page.Document.All)
        {
            Assert.False(element.LocalName is "script" or "svg" or "iframe" or "object" or "embed" or "base", $"{line}: <{element.LocalName}>");
            Assert.DoesNotContain(element.Attributes, a => a.Name.StartsWith("on", StringComparison.Ordinal) || a.Name == "style");
            Assert.All(element.Attributes.Where(a => a.Name is "href" or "src" or "action"), a => AssertOwnOrConsole(element, a, line));
            Assert.False(element.Id is "__proto__" or "constructor", $"{line}: id {element.Id}");
        }
    }

    private static void AssertOwnOrConsole(IElement element, IAttr address, string line)
    {
        var loads = element.LocalName is "img" or "link" or "form";
        var fine = loads
            ? address.Value.StartsWith('/')
            : address.Value.StartsWith('/') || address.Value.StartsWith('#') || address.Value.StartsWith("https://", StringComparison.Ordinal);
        Assert.True(fine, $"{line}: {element.LocalName} {address.Name}={address.Value}");
    }
}
