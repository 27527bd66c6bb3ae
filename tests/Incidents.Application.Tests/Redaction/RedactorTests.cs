using System.Diagnostics;
using Incidents.Application.Links;
using Incidents.Application.Redaction;

namespace Incidents.Application.Tests.Redaction;

public class RedactorTests
{
    [Theory]
    [InlineData("login with xoxb-2890-CANARY-x failed", "login with [redacted] failed")]
    [InlineData("xoxp-1-CANARY", "[redacted]")]
    [InlineData("xoxe-1-CANARY, then", "[redacted], then")]
    [InlineData("xapp-1-A0-CANARY.", "[redacted].")]
    [InlineData("see https://hooks.slack.com/services/T00/B00/CANARY now", "see [redacted] now")]
    [InlineData("""{"url":"https:\/\/hooks.slack.com\/services\/T00\/B00\/CANARY"}""", """{"url":"[redacted]"}""")]
    public void A78_SlackToken_IsRedacted(string text, string expected) => Assert.Equal(expected, Redactor.Redact(text));

    [Theory]
    [InlineData("key AKIAIOSFODNN7EXAMPLE leaked", "key [redacted] leaked")]
    [InlineData("ASIAIOSFODNN7EXAMPLE", "[redacted]")]
    public void A79_AwsKeyId_IsRedacted(string text, string expected) => Assert.Equal(expected, Redactor.Redact(text));

    [Theory]
    [InlineData("a -----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nMIICANARY==\n-----END RSA PRIVATE KEY----- b", "a [redacted] b")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nMIICANARY and it was cut", "[redacted]")]
    [InlineData("""{"key":"-----BEGIN EC PRIVATE KEY-----\nMIICANARY","b":1}""", """{"key":"[redacted]","b":1}""")]
    public void A80_PrivateKey_IsRedacted(string text, string expected) => Assert.Equal(expected, Redactor.Redact(text));

    [Theory]
    [InlineData("curl -H 'Authorization: Basic Q0FOQVJZOng=' x", "curl -H 'Authorization: Basic [redacted]' x")]
    [InlineData("Cookie: a=1; session=CANARY\nnext", "Cookie: [redacted]\nnext")]
    [InlineData("X-Slack-Signature: v0=abcdef", "X-Slack-Signature: [redacted]")]
    [InlineData("sent Bearer c4n4ry.x/y= to it", "sent Bearer [redacted] to it")]
    [InlineData("jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJDQU5BUlkifQ.c2ln end", "jwt [redacted] end")]
    [InlineData("https://b.s3.amazonaws.com/k?X-Amz-Credential=A&X-Amz-Signature=CANARY#f", "https://b.s3.amazonaws.com/k?[redacted]#f")]
    [InlineData("http://x.example/a?page=1&access_token=CANARY and", "http://x.example/a?[redacted] and")]
    public void Credential_IsRedacted(string text, string expected) => Assert.Equal(expected, Redactor.Redact(text));

    [Theory]
    [InlineData("Acknowledge: https://incidents.example.com/r/canaryCANARYcanaryCANARY.", "Acknowledge: https://incidents.example.com/r/[redacted].")]
    [InlineData("http://127.0.0.1:5080/r/-_naryCANARYcanaryCANA-_ as it came", "http://127.0.0.1:5080/r/[redacted] as it came")]
    public void LinkOfOnePerson_IsRedacted(string text, string expected) => Assert.Equal(expected, Redactor.Redact(text));

    [Theory]
    [InlineData("feed https://incidents.example.com/calendars/canaryCANARYcanaryCANARY.ics read", "feed https://incidents.example.com/calendars/[redacted].ics read")]
    [InlineData("psql postgres://app:CANARY@db.example:5432/x failed", "psql postgres://app:[redacted]@db.example:5432/x failed")]
    [InlineData("amqp://:CANARY@mq", "amqp://:[redacted]@mq")]
    [InlineData("""{"u":"https:\/\/me:CANARY@x.example\/"}""", """{"u":"https:\/\/me:[redacted]@x.example\/"}""")]
    [InlineData("aws_secret_access_key=CANARYJalrXUtnFEMI/K7MDENG", "aws_secret_access_key=[redacted]")]
    [InlineData("export AWS_SECRET_ACCESS_KEY='CANARYJalrXUtnFEMI/K7MDENG'", "export AWS_SECRET_ACCESS_KEY='[redacted]'")]
    [InlineData("""{"SecretAccessKey": "CANARYJalrXUtnFEMI/K7MDENG"}""", """{"SecretAccessKey": "[redacted]"}""")]
    [InlineData("aws_session_token = CANARYIQoJb3JpZ2luX2VjEJr", "aws_session_token = [redacted]")]
    [InlineData("push ghp_CANARYCANARYCANARYCANARYCANARYCANAR failed", "push [redacted] failed")]
    [InlineData("github_pat_11CANARYCANARYCANARY_CANARY", "[redacted]")]
    [InlineData("to https://discord.com/api/webhooks/123456/CANARY-x_y.", "to https://discord.com/api/webhooks/[redacted]")]
    [InlineData("https://discordapp.com/api/v10/webhooks/1/CANARY", "https://discordapp.com/api/v10/webhooks/[redacted]")]
    [InlineData("https://acme.webhook.office.com/webhookb2/CANARY@x/IncomingWebhook/CANARY/y", "https://acme.webhook.office.com/[redacted]")]
    [InlineData("https://outlook.office.com/webhook/CANARY@x/IncomingWebhook/CANARY", "https://outlook.office.com/webhook/[redacted]")]
    [InlineData("https://prod-1.westeurope.logic.azure.com/workflows/a/triggers/manual/paths/invoke?api-version=1&sig=CANARY", "https://prod-1.westeurope.logic.azure.com/workflows/a/triggers/manual/paths/invoke?[redacted]")]
    [InlineData("curl https://ntfy.sh/CANARY-topic now", "curl https://ntfy.sh/[redacted] now")]
    [InlineData("ntfy token tk_canarycanarycanarycanarycanar", "ntfy token [redacted]")]
    public void V36_Secret_OfAKindThatWasNotKnown_IsRedacted(string text, string expected) => Assert.Equal(expected, Redactor.Redact(text));

    [Theory]
    [InlineData("see https://wiki.example/calendars/holidays-of-the-support-team")]
    [InlineData("mail me:now@example.com, or https://x.example/a:b@c")]
    [InlineData("the secret access key: missing")]
    [InlineData("https://discord.com/channels/1/2")]
    [InlineData("webhook of office, ntfy and high @here")]
    [InlineData("ghp_short")]
    public void V36_OrdinaryText_ThatLooksAlike_StaysAsItIs(string text) => Assert.Equal(text, Redactor.Redact(text));

    [Fact]
    public void LinkAsItIsMade_IsRedacted() => Assert.Equal("/r/[redacted]", Redactor.Redact($"/r/{LinkToken.New()}"));

    [Theory]
    [InlineData("https://wiki.example/r/restart-the-payments-api")]
    [InlineData("https://wiki.example/r/HowToRestartThePaymentsServiceSafely")]
    [InlineData("")]
    [InlineData("Threshold Crossed: 1 datapoint [7.25] was greater than the threshold (5.0).")]
    [InlineData("https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#alarmsV2:alarm/x")]
    [InlineData("Runbook: https://wiki.example/page?pageId=1234")]
    [InlineData("Bearer authentication failed for the cookie: service, PRIVATE KEY missing?")]
    [InlineData("arn:aws:cloudwatch:eu-west-1:123456789012:alarm:checkout")]
    public void OrdinaryText_StaysAsItIs(string text) => Assert.Equal(text, Redactor.Redact(text));

    [Fact]
    public void RedactedText_IsNotRedactedFurther()
    {
        var once = Redactor.Redact("Authorization: Bearer abc123 https://x.example/?token=1 xoxb-1 Cookie: a=b");

        Assert.Equal(once, Redactor.Redact(once));
    }

    [Theory]
    [InlineData("-----BEGIN PRIVATE KEY----")]
    [InlineData("https://a?")]
    [InlineData("http://")]
    [InlineData("eyJ")]
    [InlineData("bearer ")]
    [InlineData("cookie: ")]
    [InlineData("authorization: basic ")]
    public void TextMadeToBeSlow_TakesLinearTime(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 256 * 1024 / piece.Length));
        Redactor.Redact(text[..1000]);
        var clock = Stopwatch.StartNew();
        Redactor.Redact(text);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed}");
    }
}
