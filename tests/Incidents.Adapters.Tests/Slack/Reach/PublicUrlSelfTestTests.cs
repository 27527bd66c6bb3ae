using Incidents.Adapters.Slack.Reach;
using Incidents.Adapters.Tests.Store;
using Incidents.Application.Slack;
using Incidents.Application.Slack.Inbound;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Incidents.Adapters.Tests.Slack.Reach;

public sealed class PublicUrlSelfTestTests : IAsyncLifetime
{
    private static readonly SlackSigningSecret Secret = new("8f742231b10e8888abcd99yyyzzz85a5");

    private readonly FixedClock clock = new(Instant.FromUtc(2026, 9, 14, 11, 20));
    private SlackDouble endpoint = null!;
    private PublicUrlSelfTest test = null!;

    public async Task InitializeAsync()
    {
        endpoint = await SlackDouble.Start();
        endpoint.AnswerWith(200, "");
        test = Open();
    }

    public async Task DisposeAsync()
    {
        test.Dispose();
        await endpoint.DisposeAsync();
    }

    [Fact]
    public async Task Answers_WhatIsSent_PassesOurOwnGateAndIsOfNoUse()
    {
        SlackRequest? seen = null;
        endpoint.Answer = context =>
        {
            seen = new SlackRequest(context.Request.Method, context.Request.Headers.Select(h => KeyValuePair.Create(h.Key, h.Value.ToString())), endpoint.Requests.Single().Bytes);
            return Task.CompletedTask;
        };

        Assert.True(await test.Answers(endpoint.Origin, default));

        var verdict = await new SlackRequestVerifier(new SlackSignature(Secret)).Check(seen!, clock.Now, default);
        var form = Assert.IsType<SlackVerdict.Accepted>(verdict).Form;
        Assert.Equal(new SlackInteraction.Unused("incidents_self_test"), new SlackInteractions(SlackHosts.SlackOnly).Read(form.Span));
    }

    [Theory]
    [InlineData("", "/slack/interactions")]
    [InlineData("/prod", "/prod/slack/interactions")]
    [InlineData("/prod/", "/prod/slack/interactions")]
    public async Task Answers_GoesToTheEndpointBelowTheAddress(string below, string path)
    {
        await test.Answers(new Uri(endpoint.Origin, below), default);

        Assert.Equal(path, Assert.Single(endpoint.Requests).Path);
    }

    [Theory]
    [InlineData(401, "")]
    [InlineData(404, "Not Found")]
    [InlineData(200, "<html>Welcome to nginx!</html>")]
    [InlineData(302, "")]
    public async Task Answers_OfSomethingElse_IsFalse(int status, string body)
    {
        endpoint.AnswerWith(status, body);

        Assert.False(await test.Answers(endpoint.Origin, default));
    }

    [Theory]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("https://10.0.0.1")]
    public async Task Answers_WhereNobodyListensOrNobodyMayCall_IsFalse(string url) => Assert.False(await test.Answers(new Uri(url), default));

    [Fact]
    public async Task Answers_AYes_IsRememberedForTenMinutes()
    {
        await test.Answers(endpoint.Origin, default);
        clock.Now += Duration.FromMinutes(10) - Duration.FromSeconds(1);
        await test.Answers(endpoint.Origin, default);
        Assert.Single(endpoint.Requests);

        clock.Now += Duration.FromSeconds(1);
        await test.Answers(endpoint.Origin, default);
        Assert.Equal(2, endpoint.Requests.Count);
    }

    [Fact]
    public async Task Answers_ANo_IsRememberedForOneMinute()
    {
        endpoint.AnswerWith(503, "");
        await test.Answers(endpoint.Origin, default);
        await test.Answers(endpoint.Origin, default);
        Assert.Single(endpoint.Requests);

        endpoint.AnswerWith(200, "");
        clock.Now += Duration.FromMinutes(1);
        Assert.True(await test.Answers(endpoint.Origin, default));
    }

    [Fact]
    public async Task Answers_WhenTheProcessWasFrozenMeanwhile_AsksAgain()
    {
        endpoint.Answer = context =>
        {
            clock.Now += Duration.FromHours(1);
            endpoint.AnswerWith(200, "");
            context.Abort();
            return Task.CompletedTask;
        };

        Assert.True(await test.Answers(endpoint.Origin, default));
    }

    private PublicUrlSelfTest Open() => new(Secret, clock);
}
