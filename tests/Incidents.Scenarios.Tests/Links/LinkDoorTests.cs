using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Incidents.Application.LinkPages;
using Incidents.Application.Links;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Scenarios.Tests.Links;

/// <summary>What is refused before anything is looked up, and what every page has to say to a browser.</summary>
public partial class LinkDoorTests
{
    private const string Form = "application/x-www-form-urlencoded";

    [Theory]
    [InlineData(415, "action=acknowledge", null)]
    [InlineData(415, "action=acknowledge", "text/plain")]
    [InlineData(415, "{\"action\":\"acknowledge\"}", "application/json")]
    [InlineData(415, "action=acknowledge", "multipart/form-data; boundary=x")]
    [InlineData(400, "", Form)]
    [InlineData(400, "action=resolve", Form)]
    [InlineData(400, "action=acknowledge&action=acknowledge", Form)]
    [InlineData(400, "action=%FF", Form)]
    public async Task Post_OfAnythingButTheForm_IsRefused(int status, string form, string? type)
    {
        using var desk = await LinkDesk.Open();

        Assert.Equal(status, (await desk.Post(form, type)).Status);
        Assert.Equal(IncidentStatus.Triggered, (await desk.House.Look(desk.Number)).Status);
    }

    [Fact]
    public async Task Post_LongerThanFourKilobytes_IsRefused()
    {
        using var desk = await LinkDesk.Open();

        Assert.Equal(413, (await desk.Post($"action=acknowledge&x={new string('x', AnswerLink.LargestBody)}")).Status);
        Assert.Equal(200, (await desk.Post("action=acknowledge&x=", $"{Form}; charset=UTF-8")).Status);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    public async Task OtherMethods_AreRefused(string method)
    {
        using var desk = await LinkDesk.Open();

        var answer = await desk.Get(method: method);

        Assert.Equal((405, "GET, HEAD, POST"), (answer.Status, answer.Headers["allow"]));
    }

    [Fact]
    public async Task EveryPage_LoadsNothing_IsKeptNowhere_AndStylesItselfByItsHash()
    {
        using var desk = await LinkDesk.Open();

        Assert.All([await desk.Get(), await desk.Get("wrong"), await desk.Post("action=resolve"), await desk.Post(), LinkResponse.TooMany], answer =>
        {
            var style = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style().Match(answer.Body).Groups["css"].Value)));
            Assert.Equal($"default-src 'none'; style-src 'sha256-{style}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'", answer.Headers["content-security-policy"]);
            Assert.Equal(("no-store", "no-referrer", "noindex, nofollow"), (answer.Headers["cache-control"], answer.Headers["referrer-policy"], answer.Headers["x-robots-tag"]));
            Assert.DoesNotMatch("""(?i)<script|style="|src=|<link|(?<!<a )href=|url\(|@import""", answer.Body);
        });
    }

    [Fact]
    public async Task A68_TextFromAlarms_IsShownLiterally()
    {
        using var desk = await LinkDesk.Open(@"checkout-<script>alert(1)</script>\""'&\u202E");

        var page = (await desk.Get()).Body;

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("checkout-&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#x27;&amp;[U&#x2B;202E]", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheToken_StandsInNoPageAndNoRecord()
    {
        using var desk = await LinkDesk.Open();
        var pages = new[] { await desk.Get(), await desk.Post(), await desk.Get() };

        Assert.DoesNotContain(desk.Token, string.Concat(pages.Select(page => page.Body + string.Join('\n', page.Headers))), StringComparison.Ordinal);
        Assert.DoesNotContain(desk.Token, string.Join('\n', EveryText.In(await desk.House.Story(desk.Number))), StringComparison.Ordinal);
        Assert.DoesNotContain(desk.Token, new LinkRequest("GET", desk.Token, ContentType: null, Body: null).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheStoreIsDown_ThePageNamesAnotherWay()
    {
        using var house = new ScenarioHost(parts: services => services.AddSingleton<ILinkStore>(new SilentShelf()));

        var answer = await house.Get<AnswerLink>().Handle(new LinkRequest("GET", new string('A', 24), ContentType: null, Body: null), CancellationToken.None);

        Assert.Equal(503, answer.Status);
        Assert.Contains("incidents ack", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("secret of the store", answer.Body, StringComparison.Ordinal);
    }

    [GeneratedRegex("<style>(?<css>.*)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    private sealed class SilentShelf : ILinkStore
    {
        public Task<SaveResult> Save(string hash, ResponderLink link, CancellationToken cancellation) => throw new StoreUnavailableException("secret of the store");

        public Task<ResponderLink?> Find(string hash, CancellationToken cancellation) => throw new StoreUnavailableException("secret of the store");
    }
}
