using System.Net;

namespace Incidents.Web.Tests.Middleware;

public class HeaderTests
{
    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/incidents/INC-1")]
    [InlineData("GET", "/incidents/INC-99")]
    [InlineData("GET", "/nothing")]
    [InlineData("POST", "/incidents/INC-1/acknowledge")]
    [InlineData("PUT", "/")]
    [InlineData("GET", "/api/v1/incidents")]
    [InlineData("GET", "/healthz")]
    [InlineData("POST", "/sns")]
    [InlineData("GET", "/slack/interactions")]
    [InlineData("GET", "/dev/slack")]
    [InlineData("GET", "/dev/slack/messages")]
    public async Task Answer_OfAnyKind_CarriesTheSecurityHeaders(string method, string path)
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");
        using var client = house.Bare();

        var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            Header(answer, "Content-Security-Policy"));
        Assert.Equal("max-age=31536000; includeSubDomains", Header(answer, "Strict-Transport-Security"));
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.Equal("no-store", Header(answer, "Cache-Control"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Answer_WhileTheStoreIsDown_CarriesTheSecurityHeaders()
    {
        await using var house = await WebAppFixture.Open();
        house.Store.IsDown = true;

        var answer = await house.Bare().GetAsync("/");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.StartsWith("default-src 'none'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("no-store", Header(answer, "Cache-Control"));
    }

    [Fact]
    public async Task Style_IsServedFromHereAndKeptForGood()
    {
        await using var house = await WebAppFixture.Open();
        var page = await house.Browse().Open("/");
        var path = page.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;

        var style = await house.Bare().GetAsync(path);

        Assert.Equal("text/css", style.Content.Headers.ContentType?.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", Header(style, "Cache-Control"));
        Assert.Matches("^/assets/[0-9a-f]{12}/console\\.css$", path);
        Assert.Equal(HttpStatusCode.NotFound, (await house.Bare().GetAsync("/assets/000000000000/console.css")).StatusCode);
    }

    [Fact]
    public async Task TokenCookie_CannotBeReadByScriptsAndSurvivesALinkFromSlack()
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");

        var cookie = Header(await house.Bare().GetAsync("/incidents/INC-1"), "Set-Cookie");

        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? Assert.Single(values) : $"no {name}";
}
