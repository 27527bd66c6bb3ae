using Incidents.Application.Links;
using Incidents.Application.Reading;
using Incidents.Cli.Tests.Links;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;
using Incidents.Web.Middleware;
using Microsoft.AspNetCore.Routing;

namespace Incidents.Cli.Tests.Attacks;

/// <summary>By which names the routes of `up` are reached.</summary>
public class RouteTests(RouteTests.Running running) : IClassFixture<RouteTests.Running>
{
    private const string Public = "incidents.example.com";
    private static readonly Uri PublicUrl = new($"https://{Public}/");

    /// <summary>One request for each row of the table, and what it is answered with where it is served.</summary>
    public static TheoryData<string, string, string, int> Probes => new()
    {
        { "/slack", "GET", "/slack/interactions", 405 },
        { "/r", "POST", "/r/abcdefghijklmnopqrstuvwx", 415 },
        { "/calendars", "POST", "/calendars/x.ics", 405 },
        { "/sns", "POST", "/sns", 415 },
        { "/healthz", "POST", "/healthz", 405 },
        { "/", "GET", "/", 200 },
        { "/incidents", "GET", "/incidents/INC-1/acknowledge", 405 },
        { "/oncall", "GET", "/oncall", 200 },
        { "/maintenance", "GET", "/maintenance", 200 },
        { "/heartbeats", "GET", "/heartbeats", 200 },
        { "/assets", "POST", "/assets/{style}", 405 },
        { "/api", "GET", "/api/v1/incidents", 401 },
        { "/dev", "GET", "/dev/slack", 200 },
    };

    [Theory]
    [MemberData(nameof(Probes))]
    public async Task V31_Route_IsServedByTheListenersOfTheTableAlone(string route, string method, string target, int served)
    {
        var host = running.Host;
        var listener = RouteTable.Rows.Single(row => row.Path == route).Listener;
        var outside = listener == Listener.Loopback ? 404 : served;
        target = target.Replace("{style}", await Style(host), StringComparison.Ordinal);

        Assert.Equal(served, (await Send(host, method, target)).Status);
        Assert.Equal(served, (await Send(host, method, target, $"localhost:{host.Http.BaseAddress!.Port}")).Status);
        Assert.Equal(served, (await Send(host, method, target, $"[::1]:{host.Http.BaseAddress.Port}")).Status);
        Assert.Equal(outside, (await Send(host, method, target, Public)).Status);
        Assert.Equal(outside, (await Send(host, method, target, "Incidents.Example.COM:443")).Status);
        Assert.Equal(outside, (await Send(host, method, target, name: "X-Forwarded-For", value: "127.0.0.1")).Status);
        Assert.Equal(listener == Listener.AnyHost ? served : 421, (await Send(host, method, target, "evil.example")).Status);
    }

    [Fact]
    public async Task V31_Table_HasARowForEachRoute_AndNoOther()
    {
        var host = running.Host;

        var routes = host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}").Where(pattern => !pattern.Contains("{*", StringComparison.Ordinal)).Distinct().ToList();

        Assert.All(routes, route => Assert.True(RouteTable.Row(route) is not null, $"{route} has no row"));
        Assert.Equal(RouteTable.Rows.Select(row => row.Path.Value).Order(), routes.Select(route => RouteTable.Row(route)!.Path.Value).Distinct().Order());
        Assert.Equal(RouteTable.Rows.Select(row => row.Path.Value).Order(), Probes.Select(probe => (string)probe[0]).Order());
        Assert.Equal(["/calendars", "/r", "/slack", "/sns"], RouteTable.Rows.Where(row => row.Listener == Listener.PublicHost).Select(row => row.Path.Value).Order());
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:{0}")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:1")]
    [InlineData("localhost.:{0}")]
    [InlineData("localhost.evil.example:{0}")]
    [InlineData("127.1:{0}")]
    [InlineData("0.0.0.0:{0}")]
    [InlineData(Public + ":8443")]
    [InlineData("x." + Public)]
    public async Task V31_Host_ThatIsNotOurs_Is421BeforeAnything(string name)
    {
        var host = running.Host;
        name = string.Format(System.Globalization.CultureInfo.InvariantCulture, name, host.Http.BaseAddress!.Port);

        foreach (var target in new[] { "/", "/api/v1/incidents", "/r/abcdefghijklmnopqrstuvwx", "/slack/interactions", "/nothing" })
        {
            var (status, body) = await Send(host, "GET", target, name);

            Assert.Equal((421, false), (status, body.Contains("<html", StringComparison.OrdinalIgnoreCase)));
        }

        Assert.Equal(200, (await Send(host, "GET", "/dev/slack")).Status);
    }

    [Theory]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("X-Forwarded-For", "")]
    [InlineData("x-forwarded-host", "localhost")]
    [InlineData("X-Forwarded-Proto", "http")]
    [InlineData("X-Forwarded-Server", "box")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("Via", "1.1 tunnel")]
    [InlineData("CF-Connecting-IP", "203.0.113.7")]
    public async Task V31_Request_ThatWasForwarded_CountsAsPublic(string name, string value)
    {
        var host = running.Host;

        Assert.Equal((404, ""), await Send(host, "GET", "/", name: name, value: value));
        Assert.Equal(415, (await Send(host, "POST", "/r/abcdefghijklmnopqrstuvwx", name: name, value: value)).Status);
    }

    [Fact]
    public async Task V31_PublicAnswer_ShowsNoPageOfTheConsole()
    {
        var host = running.Host;

        Assert.Equal((404, ""), await Send(host, "GET", "/calendars/abcdefghijklmnopqrstuvwx.ics", Public));
        Assert.Equal((404, ""), await Send(host, "GET", "/nothing", Public));
        Assert.Equal((404, ""), await Send(host, "GET", "/slack/../incidents/INC-1", Public));
    }

    [Theory]
    [InlineData("https://evil.example", null, 403)]
    [InlineData("https://evil.example", "same-origin", 403)]
    [InlineData("null", null, 403)]
    [InlineData(null, "cross-site", 403)]
    [InlineData(null, "same-site", 403)]
    [InlineData("own", "cross-site", 403)]
    [InlineData("http://" + Public + ".evil.example", null, 403)]
    [InlineData("own", null, 200)]
    [InlineData("own", "same-origin", 200)]
    [InlineData("null", "same-origin", 200)]
    [InlineData("https://" + Public, "same-origin", 200)]
    [InlineData(null, null, 200)]
    public async Task V31_Link_PostedByAPageElsewhere_Is403AndChangesNothing(string? origin, string? fetchSite, int status)
    {
        var host = running.Host;
        var number = await host.Declare();
        var person = await host.Somebody();
        var link = (await host.Get<ResponderLinks>().Mint(number, person.Id, person.Name, CancellationToken.None))!;
        using var request = new HttpRequestMessage(HttpMethod.Post, link) { Content = new FormUrlEncodedContent([KeyValuePair.Create("action", "acknowledge")]) };
        request.Headers.TryAddWithoutValidation("Origin", (string?[])(origin is null ? [] : [origin == "own" ? link.GetLeftPart(UriPartial.Authority) : origin]));
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", (string?[])(fetchSite is null ? [] : [fetchSite]));

        using var answer = await host.Http.SendAsync(request);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 200 ? IncidentStatus.Acknowledged : IncidentStatus.Triggered, (await host.Get<ShowIncident>().Handle(number, CancellationToken.None))!.Record.Incident.Status);
    }

    /// <summary>One `up` for all of these.</summary>
    public sealed class Running : IAsyncLifetime
    {
        internal LinkHost Host { get; private set; } = null!;

        public async Task InitializeAsync() => Host = await LinkHost.Start(PublicUrl);

        public async Task DisposeAsync() => await Host.DisposeAsync();
    }

    private static async Task<(int Status, string Body)> Send(LinkHost host, string method, string target, string? hostName = null, string name = "X-Nothing", string value = "")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(target, UriKind.Relative));
        request.Headers.Host = hostName;
        request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await host.Http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Where the style of the console is, which its content names.</summary>
    private static async Task<string> Style(LinkHost host)
    {
        var page = await host.Http.GetStringAsync(new Uri("/", UriKind.Relative));
        return page[(page.IndexOf("/assets/", StringComparison.Ordinal) + "/assets/".Length)..].Split('"')[0];
    }
}
