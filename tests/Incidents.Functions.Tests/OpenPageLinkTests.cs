using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Incidents.Application.LinkPages;
using Incidents.Application.Links;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Scenarios.Tests;

namespace Incidents.Functions.Tests;

public sealed class OpenPageLinkTests : IDisposable
{
    private readonly ScenarioHost house = new();

    public void Dispose() => house.Dispose();

    [Fact]
    public async Task OpenPageLink_Gotten_IsAPageWithItsPolicy_AndChangesNothing()
    {
        var (number, token) = await Link();

        using var answer = JsonDocument.Parse(Lambda.Write(await Send("GET", token)));

        Assert.Equal(200, answer.RootElement.GetProperty("statusCode").GetInt32());
        Assert.Contains("Nobody has it yet.", answer.RootElement.GetProperty("body").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", answer.RootElement.GetProperty("headers").GetProperty("content-security-policy").GetString(), StringComparison.Ordinal);
        Assert.Equal(IncidentStatus.Triggered, (await house.Look(number)).Status);
    }

    [Theory]
    [InlineData("action=acknowledge", false)]
    [InlineData("YWN0aW9uPWFja25vd2xlZGdl", true)]
    public async Task OpenPageLink_Posted_Acknowledges_HoweverTheGatewayPassesTheBody(string body, bool isBase64)
    {
        var (number, token) = await Link();

        Assert.Equal(200, (await Send("POST", token, body, isBase64)).StatusCode);
        Assert.Equal(new Actor("ana", "Ana", Via.Link), (await house.Look(number)).AcknowledgedBy);
    }

    [Fact]
    public async Task OpenPageLink_OfBrokenBase64_IsRefused()
    {
        var (number, token) = await Link();

        Assert.Equal(400, (await Send("POST", token, "%%%", isBase64: true)).StatusCode);
        Assert.Equal(IncidentStatus.Triggered, (await house.Look(number)).Status);
    }

    private async Task<(IncidentNumber Number, string Token)> Link()
    {
        var number = (await house.Fire("checkout-5xx")).Incident!.Incident.Number;
        return (number, (await house.Get<ResponderLinks>().Mint(number, new PersonId("ana"), "Ana", CancellationToken.None))!.Segments[^1]);
    }

    private Task<APIGatewayHttpApiV2ProxyResponse> Send(string method, string token, string? body = null, bool isBase64 = false) =>
        new OpenPageLinkFunction(house.Get<AnswerLink>()).OpenPageLink(token, Lambda.Read<APIGatewayHttpApiV2ProxyRequest>($$"""
            {
              "version": "2.0", "routeKey": "ANY /r/{token}", "rawPath": "/r/{{token}}", "rawQueryString": "",
              "headers": { "content-type": "application/x-www-form-urlencoded", "user-agent": "Mozilla/5.0" },
              "requestContext": { "http": { "method": "{{method}}", "path": "/r/{{token}}", "sourceIp": "198.51.100.23" } },
              "pathParameters": { "token": "{{token}}" },
              "body": {{(body is null ? "null" : $"\"{body}\"")}}, "isBase64Encoded": {{(isBase64 ? "true" : "false")}}
            }
            """));
}
