using System.Net;
using System.Net.Sockets;
using System.Text;
using Incidents.Adapters.Slack;
using Incidents.Application.Slack;
using Incidents.Domain.Incidents;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Incidents.Adapters.Tests.Slack;

public sealed class SlackWebhookClientTests : IAsyncLifetime
{
    private const string Secret = "XXXXXXXXcanaryXXXXXXXX";

    private static readonly ReadOnlyMemory<byte> Json = Encoding.UTF8.GetBytes("""{"text":"Sev1 checkout · Jürgen"}""");

    private SlackDouble slack = null!;
    private SlackWebhookClient client = null!;

    public async Task InitializeAsync()
    {
        slack = await SlackDouble.Start();
        client = ClientOf(slack.Origin);
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await slack.DisposeAsync();
    }

    [Fact]
    public async Task Post_SendsTheBytesAsJson()
    {
        Assert.IsType<DeliveryResult.Delivered>(await Post());

        var request = Assert.Single(slack.Requests);
        Assert.Equal(("POST", "application/json; charset=utf-8", """{"text":"Sev1 checkout · Jürgen"}"""), (request.Method, request.ContentType, request.Body));
    }

    [Fact]
    public async Task Respond_GoesToTheResponseUrl()
    {
        var answer = await client.Respond(new Uri(slack.Origin, "/dev/slack/actions/7"), Json, default);

        Assert.IsType<DeliveryResult.Delivered>(answer);
        Assert.Equal("/dev/slack/actions/7", Assert.Single(slack.Requests).Path);
    }

    [Fact]
    public async Task Post_ToAChannelWithoutWebhook_IsRejectedUnsent()
    {
        var answer = await client.Post("search", Json, default);

        Assert.Equal(new DeliveryResult.Rejected("no_webhook_of_that_name"), answer);
        Assert.Empty(slack.Requests);
    }

    [Fact]
    public async Task Respond_ToAnotherAddress_IsRejectedUnsent()
    {
        var answer = await client.Respond(new Uri(slack.Origin, "/elsewhere"), Json, default);

        Assert.Equal(new DeliveryResult.Rejected("foreign_response_url"), answer);
        Assert.Empty(slack.Requests);
    }

    [Fact]
    public async Task S71_Redirect_IsNotFollowed()
    {
        slack.Answer = context =>
        {
            context.Response.Redirect(new Uri(slack.Origin, "/stolen").AbsoluteUri, permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        };

        var answer = await client.Respond(new Uri(slack.Origin, "/dev/slack/actions/7"), Json, default);

        Assert.Equal(new DeliveryResult.Rejected("redirected"), answer);
        Assert.Single(slack.Requests);
    }

    [Fact]
    public async Task Post_WhenRateLimited_SaysHowLongToWait()
    {
        slack.AnswerWith(429, """{"retry_after":7,"ok":false,"error":"rate_limited"}""", "application/json", retryAfter: "7");

        Assert.Equal(new DeliveryResult.RetryLater(Duration.FromSeconds(7), "rate_limited"), await Post());
    }

    [Fact]
    public async Task Post_WhenSlackNeverAnswers_IsUnknown()
    {
        slack.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        using var impatient = ClientOf(slack.Origin, SlackTimeouts.Default with { Post = TimeSpan.FromMilliseconds(300) });

        Assert.Equal(new DeliveryResult.Unknown("timeout"), await impatient.Post("payments", Json, default));
    }

    [Fact]
    public async Task Post_WhenTheBodyOf200BreaksOff_IsUnknown()
    {
        slack.Answer = async context =>
        {
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("o");
            await context.Response.Body.FlushAsync();
            context.Abort();
        };

        Assert.IsType<DeliveryResult.Unknown>(await Post());
    }

    [Fact]
    public async Task Post_WhenTheConnectionIsLostAfterSending_IsUnknown()
    {
        slack.Answer = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };

        Assert.Equal(new DeliveryResult.Unknown("connection_lost"), await Post());
        Assert.Single(slack.Requests);
    }

    [Fact]
    public async Task F40_Post_WhenNobodyListens_WasNeverSentAndMayBeRetried()
    {
        using var closed = ClientOf(UnusedOrigin());

        Assert.Equal(new DeliveryResult.RetryLater(null, "unreachable"), await closed.Post("payments", Json, default));
    }

    [Fact]
    public async Task Post_WhenSlackSendsAnEndlessBody_ReadsOnlyItsBeginning()
    {
        slack.Answer = async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(new byte[8192], context.RequestAborted);
            }
        };

        Assert.Equal(new DeliveryResult.Unknown("unexpected_answer"), await Post());
    }

    [Fact]
    public async Task Post_WhenTheCallerGivesUp_Throws()
    {
        using var caller = new CancellationTokenSource();
        slack.Answer = async context =>
        {
            await caller.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Post("payments", Json, caller.Token));
    }

    [Theory]
    [InlineData(404, "no_service")]
    [InlineData(403, "<html>" + Secret)]
    [InlineData(500, "")]
    [InlineData(200, "<html>" + Secret)]
    public async Task Post_NoAnswerHoldsTheAddressOrForeignText(int status, string body)
    {
        slack.AnswerWith(status, body);

        Assert.DoesNotContain(Secret, (await Post()).ToString(), StringComparison.Ordinal);
    }

    private static SlackWebhookClient ClientOf(Uri origin, SlackTimeouts? timeouts = null)
    {
        var hosts = new SlackHosts(origin);
        var webhook = Assert.IsType<WebhookUrl.Parsed.Ok>(WebhookUrl.Parse(new Uri(origin, "/dev/slack/services/" + Secret).AbsoluteUri, hosts)).Url;
        return new SlackWebhookClient(new Dictionary<string, WebhookUrl> { ["payments"] = webhook }, hosts, timeouts);
    }

    private static Uri UnusedOrigin()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}");
    }

    private Task<DeliveryResult> Post() => client.Post("payments", Json, default);
}
