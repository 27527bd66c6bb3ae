using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Incidents.Web.Tests.Api;

/// <summary>Who may call the API, and how.</summary>
public class GateTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer wrong")]
    [InlineData("Bearer test-token-of-the-ap")]
    [InlineData("Bearer test-token-of-the-api2")]
    [InlineData("Basic dGVzdC10b2tlbi1vZi10aGUtYXBp")]
    public async Task Call_WithoutTheToken_Is401EvenWhereNothingIs(string? authorization)
    {
        await using var house = await WebAppFixture.Open();
        using var client = house.Bare();
        if (authorization is not null)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        }

        foreach (var path in new[] { "/api/v1/incidents", "/api/v1/nothing", "/api" })
        {
            var answer = await client.GetAsync(path);
            await answer.Problem(401);
            Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        }
    }

    [Fact]
    public async Task Call_WithTheToken_IsTakenWhateverTheCaseOfTheScheme()
    {
        await using var house = await WebAppFixture.Open();
        using var client = house.Bare();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"bearer {WebAppFixture.Token}");

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/incidents")).StatusCode);
    }

    [Theory]
    [InlineData("W51", "application/x-www-form-urlencoded")]
    [InlineData("W51 multipart", "multipart/form-data; boundary=x")]
    [InlineData("W51 text", "text/plain")]
    [InlineData("W52", null)]
    public async Task Body_OfATypeAnyPageCanSend_Is403AndDoesNothing(string line, string? type)
    {
        await using var house = await WebAppFixture.Open();
        using var client = house.Api();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"title":"x"}"""));
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);

        var problem = await (await client.PostAsync("/api/v1/incidents", content)).Problem(403);

        Assert.True(problem.GetProperty("title").GetString()!.Contains("application/json", StringComparison.Ordinal), line);
        Assert.Equal(0, (await client.GetJson("/api/v1/incidents")).GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Call_FromAPageElsewhere_Is403EvenWithTheToken(string header, string value)
    {
        await using var house = await WebAppFixture.Open();
        using var client = house.Api();
        client.DefaultRequestHeaders.Add(header, value);

        await (await client.PostJson("/api/v1/incidents", """{"title":"x"}""")).Problem(403);
    }

    [Fact]
    public async Task W53_Preflight_IsRefusedAndAllowsNoOrigin()
    {
        await using var house = await WebAppFixture.Open();
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/v1/incidents");
        request.Headers.Add("Origin", "https://evil.example");
        request.Headers.Add("Access-Control-Request-Method", "POST");

        var answer = await house.Bare().SendAsync(request);

        await answer.Problem(403);
        Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("DELETE", "/api/v1/incidents/INC-1", "GET")]
    [InlineData("GET", "/api/v1/alarms", "POST")]
    [InlineData("GET", "/api/v1/incidents/INC-1/acknowledge", "POST")]
    [InlineData("POST", "/api/v1/oncall", "GET")]
    public async Task Method_ThatIsNotOffered_Is405NamingTheOthers(string method, string path, string allowed)
    {
        await using var house = await WebAppFixture.Open();

        var answer = await house.Api().SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        await answer.Problem(405);
        Assert.Equal([allowed], answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task Address_ThatIsNotOurs_Is404WithAProblem()
    {
        await using var house = await WebAppFixture.Open();

        await (await house.Api().GetAsync("/api/v1/nothing")).Problem(404);
        await (await house.Api().GetAsync("/api/v2/incidents")).Problem(404);
    }

    [Fact]
    public async Task Token_IsInNoAnswerAndNoLogLine()
    {
        await using var house = await WebAppFixture.Open();
        var answer = await (await house.Bare().GetAsync("/api/v1/incidents")).Content.ReadAsStringAsync();
        await house.Api().GetAsync("/api/v1/incidents");

        Assert.DoesNotContain(WebAppFixture.Token, answer);
        Assert.DoesNotContain(house.Log.All, line => line.Contains(WebAppFixture.Token, StringComparison.Ordinal));
    }
}
