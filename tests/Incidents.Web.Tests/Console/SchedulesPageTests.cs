using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using Incidents.Application.Configuration;
using Incidents.Configuration.Files;
using Incidents.Configuration.Loading;
using Incidents.Domain.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Web.Tests.Console;

public sealed class SchedulesPageTests
{
    private const string Yaml = """
        people:
          ana: { name: Ana, slack: U0ANA00001 }
          ben: { name: "<img src=x onerror=alert(1)>", slack: U0BEN00001 }
          cy: { name: "Cy & co", slack: U0CY000001 }
        schedules:
          primary:
            name: Primary
            time_zone: Europe/Berlin
            layers:
              - name: everybody
                start: 2026-06-01T07:00:00Z
                participants: [ana, ben]
                rotation: { kind: weekly, handoff_weekday: MO, handoff_time: "09:00" }
              - name: nights
                start: 2026-06-01T07:00:00Z
                participants: [cy]
                rotation: { kind: weekly }
                restrictions: [{ type: daily, start: "22:00", end: "06:00", days: [FR] }]
            overrides:
              - { kind: cover, from: 2026-10-10T10:00:00Z, to: 2026-10-10T14:00:00Z, users: [] }
              - { kind: replace, from: 2026-10-13T07:00:00Z, to: 2026-10-14T07:00:00Z, replaces: ben, users: [cy] }
          daily:
            time_zone: Europe/Berlin
            rotation: daily
            handoff: "12:00"
            participants: [ana, [ben, cy]]
        catch_all: { targets: [person: ana] }
        """;

    [Fact]
    public async Task Month_AcrossAClockChange_HasTheRightPeopleOnTheRightDays()
    {
        await using var house = await Open();
        using var browser = house.Browse();

        var page = await browser.Open("/oncall?month=2026-10");

        Assert.Equal(200, page.Status);
        Assert.Equal(31, Days(page, "primary").Length);
        Assert.Equal(["Ana"], Lines(page, "primary", "2026-10-11"));
        Assert.Equal(["Ana", "09:00 <img src=x onerror=alert(1)>"], Lines(page, "primary", "2026-10-26"));
        Assert.Equal(["<img src=x onerror=alert(1)>", "22:00 Cy & co"], Lines(page, "primary", "2026-10-30"));
        Assert.Equal(["Cy & co", "06:00 <img src=x onerror=alert(1)>"], Lines(page, "primary", "2026-10-31"));
        Assert.Equal((540, 900), Bar(page, "primary", "2026-10-26", "p1"));
        var changed = Day(page, "daily", "2026-10-25");
        Assert.Equal("25 25 h, clocks change", Words(changed.QuerySelector(".date")!).Replace("Sunday ", "", StringComparison.Ordinal));
        Assert.Equal(["Ana", "12:00 <img src=x onerror=alert(1)> Cy & co"], Lines(page, "daily", "2026-10-25"));
        Assert.Equal((780, 720), Bar(page, "daily", "2026-10-25", "p1"));
    }

    [Theory]
    [InlineData("2026-10", 31, 25)]
    [InlineData("2026-03", 31, 23)]
    [InlineData("2028-02", 29, 24)]
    public async Task Drawing_FillsEachDay_HoweverLongItIs(string month, int days, int oddDay)
    {
        await using var house = await Open();
        using var browser = house.Browse();

        var page = await browser.Open($"/oncall?month={month}");

        var drawings = Days(page, "daily").Select(day => day.QuerySelector("svg")!).ToArray();
        Assert.Equal(days, drawings.Length);
        foreach (var drawing in drawings)
        {
            var length = int.Parse(drawing.GetAttribute("viewBox")!.Split(' ')[2], CultureInfo.InvariantCulture);
            var covered = drawing.QuerySelectorAll("rect").Where(bar => bar.GetAttribute("y") == "0").Sum(bar => Number(bar, "width"));
            Assert.Equal(length, covered);
        }

        Assert.Contains(drawings, drawing => drawing.GetAttribute("viewBox")!.StartsWith($"0 0 {oddDay * 60} ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OverridesAndGaps_AreDrawnAndTold()
    {
        await using var house = await Open();
        using var browser = house.Browse();

        var page = await browser.Open("/oncall?month=2026-10");

        Assert.Equal(["Cy & co", "06:00 Ana", "12:00 nobody", "16:00 Ana"], Lines(page, "primary", "2026-10-10"));
        Assert.Equal((720, 240), Bar(page, "primary", "2026-10-10", "gap"));
        Assert.Equal((720, 240), Bar(page, "primary", "2026-10-10", "override"));
        Assert.Contains("Sat 10 Oct 12:00 to Sat 10 Oct 16:00: nobody instead of everybody", page.Text, StringComparison.Ordinal);
        Assert.Contains("Tue 13 Oct 09:00 to Wed 14 Oct 09:00: Cy & co instead of <img src=x onerror=alert(1)>", page.Text, StringComparison.Ordinal);
        Assert.Contains("from the top: overrides, on call, layer nights, layer everybody.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hours_AreThoseOfTheMonthShown_WithItsClockChange()
    {
        await using var house = await Open();
        using var browser = house.Browse();

        var page = await browser.Open("/oncall?month=2026-10");

        var rows = page.Document.QuerySelectorAll("section[aria-labelledby=schedule-daily] .loads tr").Select(Words).ToArray();
        Assert.Equal(["Person all nights weekends", "Ana 373 127 109", "<img src=x onerror=alert(1)> 372 122 108", "Cy & co 372 122 108"], rows);
    }

    [Fact]
    public async Task Override_SomebodyMade_SaysWho()
    {
        await using var house = await WebAppFixture.Open();
        using var api = house.Api();
        using var browser = house.Browse();
        await api.PostJson("/api/v1/schedules/primary/overrides", """{ "kind": "cover", "from": "2026-09-14T18:00:00Z", "to": "2026-09-15T06:00:00Z", "users": ["ana"], "by": "ben" }""");

        var page = await browser.Open("/oncall?month=2026-09");

        Assert.Contains("Mon 14 Sep 18:00 to Tue 15 Sep 06:00: Ana instead of everybody, by Ben", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NowAndNext_QualityAndGaps_AreInTheClockOfTheSchedule()
    {
        await using var house = await Open();
        using var browser = house.Browse();

        var page = await browser.Open("/oncall");

        var facts = page.Read("section[aria-labelledby=schedule-primary] .facts");
        Assert.Contains("until Mon 14 Sep 09:00", facts, StringComparison.Ordinal);
        Assert.Contains("coverage 100%", facts, StringComparison.Ordinal);
        Assert.Contains("Gaps, next 30 days 1", facts, StringComparison.Ordinal);
        Assert.Equal("2026-09-14", page.Document.QuerySelector("li[aria-current=date] time")?.GetAttribute("datetime"));
        Assert.Equal(["/oncall?month=2026-08", "/oncall?month=2026-10"], page.Document.QuerySelectorAll(".months a").Select(link => link.GetAttribute("href")));
        Assert.Empty(page.Document.QuerySelectorAll("[style], script, img[onerror]"));
        Assert.Equal("/oncall", page.Document.QuerySelector("header nav a")?.GetAttribute("href"));
    }

    [Theory]
    [InlineData("2026-13")]
    [InlineData("0000-00")]
    [InlineData("1999-12")]
    [InlineData("december")]
    [InlineData("")]
    [InlineData("2026-10&month=2026-11")]
    public async Task Month_ThatIsNone_IsASmallPage(string month)
    {
        await using var house = await Open();
        using var browser = house.Browse();

        var page = await browser.Open($"/oncall?month={month}");

        Assert.Equal(400, page.Status);
        Assert.Contains("A month is one such as 2026-12.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_IsShownOnce_OpensTheCalendar_AndIsRevoked()
    {
        await using var house = await Open();
        using var browser = house.Browse();
        var page = await browser.Submit((await browser.Open("/oncall")).Form("/oncall/calendars"));
        var address = page.Read(".made code");

        Assert.Contains("BEGIN:VCALENDAR", (await browser.Open(new Uri(address).AbsolutePath)).Body, StringComparison.Ordinal);
        page = await browser.Open("/oncall");
        Assert.DoesNotContain(address, page.Body, StringComparison.Ordinal);
        Assert.Contains("Calendar address made by", page.Text, StringComparison.Ordinal);

        page = await browser.Submit(page.Form("/revoke"));
        Assert.Contains("The calendar of schedule primary opens nothing any more.", page.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await browser.Open(new Uri(address).AbsolutePath)).Status);
    }

    [Fact]
    public async Task Address_AskedForByAnotherPage_IsNotMade()
    {
        await using var house = await Open();
        using var browser = house.Browse();
        var page = await browser.Open("/oncall");
        browser.Origin = "https://evil.example";

        Assert.Equal(403, (await browser.Submit(page.Form("/oncall/calendars"))).Status);
    }

    private static Task<WebAppFixture> Open() => WebAppFixture.Open(parts: services => services.AddSingleton<IOnCallConfigurationProvider>(new Fixed()));

    private static IElement[] Days(View page, string schedule) => [.. page.Document.QuerySelectorAll($"section[aria-labelledby=schedule-{schedule}] .days > li")];

    private static IElement Day(View page, string schedule, string date) => Days(page, schedule).Single(day => day.QuerySelector("time")!.GetAttribute("datetime") == date);

    private static string[] Lines(View page, string schedule, string date) => [.. Day(page, schedule, date).QuerySelectorAll("li").Select(Words)];

    /// <summary>Where the first strip of a class begins and how long it is, in minutes.</summary>
    private static (int X, int Width) Bar(View page, string schedule, string date, string manner)
    {
        var bar = Day(page, schedule, date).QuerySelector($"rect[class={manner}]")!;
        return (Number(bar, "x"), Number(bar, "width"));
    }

    private static int Number(IElement bar, string name) => int.Parse(bar.GetAttribute(name)!, CultureInfo.InvariantCulture);

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private sealed class Fixed : IOnCallConfigurationProvider
    {
        private readonly OnCallConfiguration settings = ConfigurationLoader.Load([new ConfigurationFile("oncall.yaml", Encoding.UTF8.GetBytes(Yaml))], "config", Instant.FromUtc(2026, 9, 14, 3, 12)) switch
        {
            ConfigurationResult.Valid valid => valid.Configuration,
            var invalid => throw new InvalidOperationException(invalid.ToString()),
        };

        public ConfigurationResult.Invalid? Problem => null;

        public ValueTask<OnCallConfiguration> Current(CancellationToken cancellation) => ValueTask.FromResult(settings);
    }
}
