using System.Globalization;
using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.SNSEvents;
using Amazon.Lambda.SQSEvents;
using Incidents.Application.Slack;
using Incidents.Application.Slack.Inbound;
using Incidents.Functions.Tests.Template;
using Incidents.Scenarios.Tests.Slack;
using NodaTime;

namespace Incidents.Functions.Tests.Permissions;

/// <summary>What Lambda hands to the functions.</summary>
internal static class Events
{
    public const string SigningSecret = "8f742231b10e8888abcd99yyyzzz85a5";
    public const string HeartbeatKey = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

    public static SNSEvent Delivered(string body, Instant at) => new()
    {
        Records = [new() { Sns = new() { Message = body, MessageId = "1", TopicArn = Physical.Ref("AlarmTopic", "AWS::SNS::Topic"), Timestamp = at.ToDateTimeUtc() } }],
    };

    public static SQSEvent Queued(string body, int tries = 1) => new()
    {
        Records = [new() { MessageId = "1", Body = body, Attributes = new() { ["ApproximateReceiveCount"] = $"{tries}" } }],
    };

    /// <summary>A press that Slack has signed.</summary>
    public static APIGatewayHttpApiV2ProxyRequest Pressed(CardButton button, Instant at)
    {
        var press = SlackDesk.Press("U0ANA00001", button);
        press.Remove("response_url");
        return Signed("payload=" + Uri.EscapeDataString(press.ToJsonString()), at);
    }

    /// <summary>A body that Slack has signed, whatever it says.</summary>
    /// <param name="secret">The app's signing secret; null for that of every test.</param>
    public static APIGatewayHttpApiV2ProxyRequest Signed(string body, Instant at, string? secret = null)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return Posted(body, new Dictionary<string, string>
        {
            ["content-type"] = "application/x-www-form-urlencoded",
            [SlackSignature.TimestampHeader] = timestamp,
            [SlackSignature.SignatureHeader] = new SlackSigningSecret(secret ?? SigningSecret).HeaderFor(timestamp, Encoding.UTF8.GetBytes(body)),
        });
    }

    /// <summary>A link that somebody opened, or acts by.</summary>
    public static APIGatewayHttpApiV2ProxyRequest Opened(string token, string? action)
    {
        var request = Posted(action is null ? "" : $"action={action}", new Dictionary<string, string> { ["content-type"] = "application/x-www-form-urlencoded" });
        request.RequestContext.Http.Method = action is null ? "GET" : "POST";
        request.PathParameters = new Dictionary<string, string> { ["token"] = token };
        return request;
    }

    /// <summary>A job that says that it still runs.</summary>
    public static APIGatewayHttpApiV2ProxyRequest Beating(string name, string key)
    {
        var request = Posted("", new Dictionary<string, string> { ["authorization"] = $"Bearer {key}" });
        request.PathParameters = new Dictionary<string, string> { ["name"] = name };
        return request;
    }

    /// <summary>What anybody may send.</summary>
    public static APIGatewayHttpApiV2ProxyRequest Posted(string body, Dictionary<string, string> headers) => new()
    {
        RequestContext = new() { Http = new() { Method = "POST" } },
        Headers = headers,
        Body = body,
    };
}
