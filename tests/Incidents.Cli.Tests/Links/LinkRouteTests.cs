using System.Net;
using Incidents.Application.Links;
using Incidents.Application.Reading;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;

namespace Incidents.Cli.Tests.Links;

/// <summary>Links over HTTP, on the embedded store, as `incidents up` serves them.</summary>
public class LinkRouteTests
{
    private static readonly FormUrlEncodedContent Acknowledge = new([KeyValuePair.Create("action", "acknowledge")]);

    [Fact]
    public async Task Link_OpenedTwice_ChangesNothing_AndPosted_AcknowledgesForThePerson_LeavingNoTokenBehind()
    {
        await using var host = await LinkHost.Start();
        var number = await host.Declare();
        var person = await host.Somebody();
        var link = (await host.Get<ResponderLinks>().Mint(number, person.Id, person.Name, CancellationToken.None))!;
        var before = await Look(host, number);

        Assert.Contains("Nobody has it yet.", await host.Http.GetStringAsync(link), StringComparison.Ordinal);
        using var head = await host.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, link));
        Assert.Equal(before.TimelineLength, (await Look(host, number)).TimelineLength);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await host.Http.PostAsync(link, new StringContent("{}"))).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await host.Http.PostAsync(link, new ByteArrayContent(new byte[5_000]))).StatusCode);

        using var answer = await host.Http.PostAsync(link, Acknowledge);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", Assert.Single(answer.Headers.GetValues("content-security-policy")), StringComparison.Ordinal);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(new Actor(person.Id.Value, person.Name, Via.Link), (await Look(host, number)).AcknowledgedBy);
        var console = await host.Http.GetStringAsync(new Uri($"/incidents/{number}", UriKind.Relative));
        Assert.Contains($"{person.Name} acknowledged via link", console, StringComparison.Ordinal);

        var token = link.Segments[^1];
        Assert.All([page, console, await host.Dump(), string.Join('\n', host.Log)], text => Assert.DoesNotContain(token, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AFailure_LogsNoToken()
    {
        await using var host = await LinkHost.Start();
        var token = new string('x', 24);
        await host.StopStore();

        using var answer = await host.Http.GetAsync(new Uri($"/r/{token}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.DoesNotContain(token, string.Join('\n', host.Log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongTokens_ElevenInAMinute_AreTooMany_ButALinkThatWorksStillWorks()
    {
        await using var host = await LinkHost.Start();
        var person = await host.Somebody();
        var link = await host.Get<ResponderLinks>().Mint(await host.Declare(), person.Id, person.Name, CancellationToken.None);

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 11; i++)
        {
            answers.Add((await host.Http.GetAsync(new Uri($"/r/{i:D24}", UriKind.Relative))).StatusCode);
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.NotFound, 10), HttpStatusCode.TooManyRequests], answers);
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync(link)).StatusCode);
    }

    private static async Task<Incident> Look(LinkHost host, IncidentNumber number) =>
        (await host.Get<ShowIncident>().Handle(number, CancellationToken.None))!.Record.Incident;
}
