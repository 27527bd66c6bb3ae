using System.Text.Json;
using Amazon.Runtime;
using Incidents.Adapters.Aws;
using Incidents.Adapters.Channels;
using Incidents.Adapters.Tests.Store;
using Incidents.Application.Configuration;
using Incidents.Application.Notifications;
using Incidents.Domain.Incidents;

namespace Incidents.Adapters.Tests.Channels;

public abstract class AwsChannelContract(string service) : PageChannelContract
{
    private protected static readonly FixedClock Clock = new(Pages.Now);
    private protected static readonly IOnCallConfigurationProvider Configured = new Pages.Configured(Pages.Channels);

    private protected override string Taken => """{"MessageId":"0b1c"}""";

    private protected AwsClient Client(Uri origin, TimeSpan? limit) => Track(new AwsClient(
        new AwsEndpoint(origin, "eu-west-1", service), () => Task.FromResult(new ImmutableCredentials("AKIAIOSFODNN7EXAMPLE", $"{Pages.Canary}/K7MDENG", "session-token")), Clock, limit ?? TimeSpan.FromSeconds(5)));

    [Theory]
    [InlineData(400, """{"__type":"com.amazonaws.pinpointsmsvoicev2#ThrottlingException"}""")]
    [InlineData(500, """{"__type":"InternalServerException"}""")]
    public async Task Send_WhenThrottled_IsTriedAgain(int status, string body)
    {
        Side.AnswerWith(status, body);

        Assert.IsType<DeliveryResult.RetryLater>(await Send());
    }

    [Fact]
    public async Task Send_WhenRefused_NamesTheErrorAlone()
    {
        Side.AnswerWith(400, $$"""{"__type":"ValidationException","message":"{{Pages.Canary}} is no number"}""");

        Assert.Equal(new DeliveryResult.Rejected("ValidationException"), await Send());
    }

    private protected void IsSigned(FarSide.Received request) => Assert.Contains($"/eu-west-1/{service}/aws4_request, SignedHeaders=content-type;host", request.Headers["Authorization"], StringComparison.Ordinal);
}

public sealed class SesEmailChannelTests() : AwsChannelContract("ses")
{
    private protected override INotificationChannel Open(Uri origin, TimeSpan? limit) => new SesEmailChannel(Client(origin, limit), Configured);

    private protected override void IsRightlyMade(FarSide.Received request)
    {
        using var json = JsonDocument.Parse(request.Bytes);
        var simple = json.RootElement.GetProperty("Content").GetProperty("Simple");

        IsSigned(request);
        Assert.Equal(("/v2/email/outbound-emails", "application/json"), (request.Path, request.Headers["Content-Type"]));
        Assert.Equal("incidents@example.com", json.RootElement.GetProperty("FromEmailAddress").GetString());
        Assert.Equal([$"{Pages.Canary}@example.com"], json.RootElement.GetProperty("Destination").GetProperty("ToAddresses").EnumerateArray().Select(a => a.GetString()));
        Assert.Equal("INC-142 Sev1 Checkout: checkout-5xx", simple.GetProperty("Subject").GetProperty("Data").GetString());
        Assert.All(["Text", "Html"], part => Assert.Contains($"/a/{Pages.Canary}", simple.GetProperty("Body").GetProperty(part).GetProperty("Data").GetString(), StringComparison.Ordinal));
    }
}

public sealed class SmsChannelTests() : AwsChannelContract("sms-voice")
{
    private protected override INotificationChannel Open(Uri origin, TimeSpan? limit) => new SmsChannel(Client(origin, limit), Configured);

    private protected override void IsRightlyMade(FarSide.Received request)
    {
        IsSigned(request);
        Assert.Equal(("/", "application/x-amz-json-1.0", "PinpointSMSVoiceV2.SendTextMessage"), (request.Path, request.Headers["Content-Type"], request.Headers["X-Amz-Target"]));
        Assert.Equal(
            $$"""{"DestinationPhoneNumber":"\u002B447700900987","OriginationIdentity":"\u002B12025550100","MessageBody":"INC-142 Sev1 Checkout: checkout-5xx Ack: https://incidents.example.com/a/{{Pages.Canary}}","MessageType":"TRANSACTIONAL","TimeToLive":600}""",
            request.Body);
    }
}

public sealed class VoiceChannelTests() : AwsChannelContract("sms-voice")
{
    private protected override INotificationChannel Open(Uri origin, TimeSpan? limit) => new VoiceChannel(Client(origin, limit), Configured);

    private protected override void IsRightlyMade(FarSide.Received request)
    {
        using var json = JsonDocument.Parse(request.Bytes);

        IsSigned(request);
        Assert.Equal(("application/x-amz-json-1.0", "PinpointSMSVoiceV2.SendVoiceMessage"), (request.Headers["Content-Type"], request.Headers["X-Amz-Target"]));
        Assert.Equal(("+447700900987", "+12025550101", "SSML", "JOANNA"), (Field("DestinationPhoneNumber"), Field("OriginationIdentity"), Field("MessageBodyTextType"), Field("VoiceId")));
        Assert.StartsWith("<speak>Hello Ana Ruiz.", Field("MessageBody"), StringComparison.Ordinal);

        string? Field(string name) => json.RootElement.GetProperty(name).GetString();
    }
}
