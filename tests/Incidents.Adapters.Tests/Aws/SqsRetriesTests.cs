using System.Text.Json.Nodes;
using Incidents.Adapters.Aws;
using Incidents.Adapters.Tests.Store;
using Incidents.Application.Intake.FailOpen;
using NodaTime;

namespace Incidents.Adapters.Tests.Aws;

public sealed class SqsRetriesTests : IAsyncLifetime
{
    private const string Url = "https://sqs.eu-west-1.amazonaws.com/123456789012/retry";

    private readonly FixedClock clock = new(Instant.FromUtc(2026, 9, 14, 11, 20));
    private AwsDouble sqs = null!;

    public async Task InitializeAsync() => sqs = await AwsDouble.Start();

    public async Task DisposeAsync() => await sqs.DisposeAsync();

    [Fact]
    public async Task Put_SendsTheBodyAsItIs()
    {
        await new SqsRetries(sqs.Open("sqs", clock), Url).Put("""{"requestPayload":{"Zoë":"<&>"}}""", default);

        var request = Assert.Single(sqs.Requests);
        Assert.Equal(("application/x-amz-json-1.0", "AmazonSQS.SendMessage"), (request.Headers["Content-Type"], request.Headers["X-Amz-Target"]));
        var body = JsonNode.Parse(request.Body)!;
        Assert.Equal((Url, """{"requestPayload":{"Zoë":"<&>"}}"""), (body["QueueUrl"]!.GetValue<string>(), body["MessageBody"]!.GetValue<string>()));
    }

    [Fact]
    public async Task V25_Put_WhenSqsThrottles_IsTriedOnceMore_AndThenGivenUp()
    {
        const string Throttled = """{"__type":"com.amazonaws.sqs#RequestThrottled"}""";
        sqs.Answer(400, Throttled);

        await new SqsRetries(sqs.Open("sqs", clock), Url).Put("{}", default);
        Assert.Equal(2, sqs.Requests.Count);

        sqs.Answer(400, Throttled);
        sqs.Answer(400, Throttled);
        var refused = await Assert.ThrowsAsync<NotKeptException>(() => new SqsRetries(sqs.Open("sqs", clock), Url).Put("{}", default));
        Assert.Equal($"sqs:SendMessage to {Url} failed: RequestThrottled", refused.Message);
    }

    [Fact]
    public async Task F72_Put_WithoutPermission_NamesActionAndResource()
    {
        sqs.Answer(403, """{"__type":"com.amazon.coral.service#AccessDeniedException","message":"canary"}""");

        var refused = await Assert.ThrowsAsync<NotKeptException>(() => new SqsRetries(sqs.Open("sqs", clock), Url).Put("{}", default));

        Assert.Equal($"sqs:SendMessage to {Url} failed: AccessDeniedException", refused.Message);
    }
}
