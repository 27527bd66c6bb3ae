using Incidents.Domain.Incidents;

namespace Incidents.Web.Tests.Middleware;

/// <summary>W47 to W53: forms that did not come from a page of this console.</summary>
public class FormGuardTests
{
    [Theory]
    [InlineData("W47", null, "same-origin")]
    [InlineData("W48", "null", "same-origin")]
    [InlineData("W49", "https://evil.example", "same-origin")]
    [InlineData("W49 other port", "http://127.0.0.1:1", "same-origin")]
    [InlineData("W50", "own", "cross-site")]
    [InlineData("W50 other page of the site", "own", "same-site")]
    public async Task Form_FromElsewhere_Is403AndChangesNothing(string line, string? origin, string fetchSite)
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        using var browser = house.Browse();
        var form = (await browser.Open("/incidents/INC-1")).Form("/acknowledge");
        browser.Origin = origin == "own" ? browser.Origin : origin;
        browser.FetchSite = fetchSite;

        var page = await browser.Submit(form);

        Assert.True(page.Status == 403, line);
        Assert.Equal(IncidentStatus.Triggered, (await house.Look(number)).Status);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}")]
    [InlineData("http://localhost:{0}")]
    public async Task Form_FromThisMachine_IsTakenAlsoFromBrowsersThatDoNotSayMore(string origin)
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        using var browser = house.Browse();
        var form = (await browser.Open("/incidents/INC-1")).Form("/acknowledge");
        browser.Origin = string.Format(System.Globalization.CultureInfo.InvariantCulture, origin, house.Origin.Port);
        browser.FetchSite = null;

        Assert.Equal(200, (await browser.Submit(form)).Status);
        Assert.Equal(IncidentStatus.Acknowledged, (await house.Look(number)).Status);
    }

    [Fact]
    public async Task Form_WithoutItsToken_Is403()
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        using var browser = house.Browse();
        var form = (await browser.Open("/incidents/INC-1")).Form("/acknowledge");

        Assert.Equal(403, (await browser.Submit(form, ("__RequestVerificationToken", null))).Status);
        Assert.Equal(403, (await browser.Submit(form, ("__RequestVerificationToken", "made up"))).Status);
        Assert.Equal(IncidentStatus.Triggered, (await house.Look(number)).Status);
    }

    [Fact]
    public async Task Form_WithTheTokenOfAnotherBrowser_Is403()
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        using var mine = house.Browse();
        using var theirs = house.Browse();
        await mine.Open("/incidents/INC-1");

        var page = await mine.Submit((await theirs.Open("/incidents/INC-1")).Form("/acknowledge"));

        Assert.Equal(403, page.Status);
        Assert.Equal(IncidentStatus.Triggered, (await house.Look(number)).Status);
    }

    [Fact]
    public async Task Form_OpenedBeforeARestart_IsStillTaken()
    {
        var keys = Directory.CreateTempSubdirectory("keys").FullName;
        await using var before = await WebAppFixture.Open(keys: keys);
        await before.Fire("checkout-5xx");
        using var browser = before.Browse();
        var form = (await browser.Open("/incidents/INC-1")).Form("/acknowledge");

        await using var after = await WebAppFixture.Open(keys: keys);
        var number = await after.Fire("checkout-5xx");
        browser.MoveTo(after.Origin);

        Assert.Equal(200, (await browser.Submit(form)).Status);
        Assert.Equal(IncidentStatus.Acknowledged, (await after.Look(number)).Status);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task Form_OfAnotherType_Is403(string type)
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");
        using var browser = house.Browse();
        using var content = new StringContent("text=x");
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        Assert.Equal(403, (await browser.Post("/incidents/INC-1/notes", content)).Status);
    }

    [Fact]
    public async Task W70_Form_ThatIsTooLong_Is413()
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");
        using var browser = house.Browse();
        var form = (await browser.Open("/incidents/INC-1")).Form("/notes");

        Assert.Equal(413, (await browser.Submit(form, ("text", new string('x', 300 * 1024)))).Status);
    }
}
