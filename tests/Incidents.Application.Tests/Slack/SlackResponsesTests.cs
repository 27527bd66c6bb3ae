using System.Text.Json;
using Incidents.Application.Slack;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Tests.Slack;

public sealed class SlackResponsesTests
{
    public static TheoryData<int, string?, string, bool> WebhookAnswers()
    {
        using var document = JsonDocument.Parse(Payload.Text("slack/outbound-responses.json"));
        var data = new TheoryData<int, string?, string, bool>();
        foreach (var answer in document.RootElement.GetProperty("responses").EnumerateArray().Where(a => a.GetProperty("api").GetString() == "incoming-webhook"))
        {
            var body = answer.GetProperty("body");
            data.Add(
                answer.GetProperty("status").GetInt32(),
                answer.GetProperty("headers").TryGetProperty("retry-after", out var after) ? after.GetString() : null,
                body.ValueKind == JsonValueKind.String ? body.GetString()! : body.GetRawText(),
                answer.GetProperty("retry").GetBoolean());
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(WebhookAnswers))]
    public void Classify_EveryDocumentedAnswer_AsItsNoteSays(int status, string? retryAfter, string body, bool retry)
    {
        var answer = SlackResponses.Classify(status, retryAfter, body);

        switch (answer)
        {
            case DeliveryResult.Delivered:
                Assert.Equal((200, "ok"), (status, body));
                break;
            case DeliveryResult.Rejected rejected:
                Assert.False(retry);
                Assert.Equal(body, rejected.Answer);
                break;
            case DeliveryResult.RetryLater later:
                Assert.True(retry);
                Assert.Contains(later.Answer, body, StringComparison.Ordinal);
                break;
            default:
                Assert.Fail($"{status} {body} is {answer}");
                break;
        }
    }

    [Fact]
    public void Classify_ARateLimit_GivesTheWaitOfHeaderOrBody()
    {
        var fromHeader = SlackResponses.Classify(429, "30", null);
        var fromBody = SlackResponses.Classify(429, null, """{"retry_after":2,"ok":false,"error":"rate_limited"}""");

        Assert.Equal(new DeliveryResult.RetryLater(Duration.FromSeconds(30), "rate_limited"), fromHeader);
        Assert.Equal(new DeliveryResult.RetryLater(Duration.FromSeconds(2), "rate_limited"), fromBody);
    }

    [Theory]
    [InlineData("Wed, 21 Oct 2026 07:28:00 GMT")]
    [InlineData("-5")]
    [InlineData("")]
    public void Classify_AWaitNobodyCanRead_IsNoWait(string retryAfter) =>
        Assert.Equal(new DeliveryResult.RetryLater(null, "http_503"), SlackResponses.Classify(503, retryAfter, ""));

    [Fact]
    public void Classify_AWaitOfDays_IsCutToAnHour() =>
        Assert.Equal(new DeliveryResult.RetryLater(Duration.FromHours(1), "rate_limited"), SlackResponses.Classify(429, "999999", null));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("<!DOCTYPE html><html>Sign in")]
    [InlineData("{")]
    [InlineData("{}")]
    public void F47_Classify_200WithoutOk_IsUnknown(string? body) => Assert.IsType<DeliveryResult.Unknown>(SlackResponses.Classify(200, null, body));

    [Fact]
    public void Classify_ResponseUrlsAnswerInJsonToo()
    {
        Assert.Equal(new DeliveryResult.Delivered(), SlackResponses.Classify(200, null, """{"ok":true}"""));
        Assert.Equal(new DeliveryResult.Rejected("used_url"), SlackResponses.Classify(404, null, """{"ok":false,"error":"used_url"}"""));
        Assert.Equal(new DeliveryResult.Rejected("expired_url"), SlackResponses.Classify(200, null, """{"ok":false,"error":"expired_url"}"""));
    }

    [Theory]
    [InlineData("<html>xoxb-123</html>")]
    [InlineData("see https://hooks.slack.com/services/T1/B1/x")]
    [InlineData("""{"ok":false,"error":"Token xoxb-123 is wrong"}""")]
    public void Classify_ForeignText_NeverBecomesACode(string body) =>
        Assert.Equal(new DeliveryResult.Rejected("http_404"), SlackResponses.Classify(404, null, body));
}
