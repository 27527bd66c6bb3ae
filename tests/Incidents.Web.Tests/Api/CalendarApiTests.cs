using System.Net;
using System.Text.Json;

namespace Incidents.Web.Tests.Api;

public sealed class CalendarApiTests : IAsyncLifetime
{
    private const string Primary = "/api/v1/schedules/primary/calendar";
    private const string Cover = """{ "kind": "cover", "from": "2026-09-20T18:00:00Z", "to": "2026-09-21T06:00:00Z", "users": ["ana"] }""";

    private WebAppFixture house = null!;
    private HttpClient api = null!;
    private HttpClient phone = null!;

    public async Task InitializeAsync()
    {
        house = await WebAppFixture.Open();
        (api, phone) = (house.Api(), house.Bare());
    }

    public async Task DisposeAsync()
    {
        api.Dispose();
        phone.Dispose();
        await house.DisposeAsync();
    }

    [Fact]
    public async Task Calendar_IsReadWithoutSigningIn_ByItsAddressAlone()
    {
        var made = await api.PostJson(Primary, """{ "by": "ana" }""");
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Null(made.Headers.Location);
        var link = await made.Json();
        Assert.Equal(new Uri(house.Origin, link.GetProperty("path").GetString()!).AbsoluteUri, link.GetProperty("url").GetString());

        using var answer = await phone.GetAsync(Path(link));

        Assert.Equal((HttpStatusCode.OK, "text/calendar; charset=utf-8"), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calendar_ThatIsUnchanged_IsNotSentAgain_UntilAnOverrideIsMade()
    {
        var path = Path(await (await api.PostJson(Primary, "{}")).Json());
        using var first = await phone.GetAsync(path);
        phone.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await phone.GetAsync(path);
        await api.PostJson("/api/v1/schedules/primary/overrides", Cover);
        using var third = await phone.GetAsync(path);

        Assert.Equal((HttpStatusCode.NotModified, 0), (second.StatusCode, (await second.Content.ReadAsByteArrayAsync()).Length));
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
        Assert.Contains("DTSTART:20260920T180000Z", await third.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RevokedAndUnknownAddresses_AreTheSame404()
    {
        var path = Path(await (await api.PostJson("/api/v1/people/ana/calendar", "{}")).Json());
        Assert.Equal("ana", (await (await api.DeleteAsync("/api/v1/people/ana/calendar")).Json()).GetProperty("id").GetString());

        using var revoked = await phone.GetAsync(path);
        using var unknown = await phone.GetAsync("/calendars/AAAAAAAAAAAAAAAAAAAAAAAA.ics");
        using var absurd = await phone.GetAsync("/calendars/x.ics");

        Assert.All([revoked, unknown, absurd], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.Equal(await revoked.Content.ReadAsStringAsync(), await unknown.Content.ReadAsStringAsync());
        Assert.Equal(await revoked.Content.ReadAsStringAsync(), await absurd.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Links_AreListedWithoutTheirSecrets()
    {
        var made = await (await api.PostJson(Primary, """{ "by": "ana" }""")).Json();

        var list = await api.GetStringAsync("/api/v1/calendars");

        Assert.DoesNotContain(System.IO.Path.GetFileNameWithoutExtension(Path(made)), list, StringComparison.Ordinal);
        var item = Assert.Single(JsonDocument.Parse(list).RootElement.GetProperty("items").EnumerateArray());
        Assert.Equal(("schedule", "primary", "Ana"), (item.GetProperty("kind").GetString(), item.GetProperty("id").GetString(), item.GetProperty("by").GetProperty("name").GetString()));
        Assert.Equal(JsonValueKind.Null, item.GetProperty("url").ValueKind);
    }

    [Theory]
    [InlineData("POST", "/api/v1/schedules/other/calendar", 404)]
    [InlineData("POST", "/api/v1/people/nobody/calendar", 404)]
    [InlineData("DELETE", Primary, 404)]
    public async Task LinkOfWhatIsNotThere_IsRefused(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        await (await api.SendAsync(request)).Problem(status);
    }

    [Fact]
    public async Task Addresses_StandInNoLog()
    {
        var token = System.IO.Path.GetFileNameWithoutExtension(Path(await (await api.PostJson(Primary, "{}")).Json()));
        await phone.GetAsync($"/calendars/{token}.ics");
        house.Configuration.Failure = new InvalidOperationException("broken");
        using var failed = await phone.GetAsync($"/calendars/{token}.ics");

        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.NotEmpty(house.Log.All);
        Assert.DoesNotContain(house.Log.All, line => line.Contains(token, StringComparison.Ordinal));
    }

    private static string Path(JsonElement link) => link.GetProperty("path").GetString()!;
}
