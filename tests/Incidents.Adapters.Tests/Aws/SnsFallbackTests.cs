using System.Text;
using Incidents.Adapters.Aws;
using Incidents.Adapters.Tests.Store;
using Incidents.Application.Paging;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.Tests.Aws;

public sealed class SnsFallbackTests : IAsyncLifetime
{
    private const string Topic = "arn:aws:sns:eu-west-1:123456789012:fallback";

    private readonly FixedClock clock = new(Instant.FromUtc(2026, 9, 14, 11, 20));
    private AwsDouble sns = null!;

    public async Task InitializeAsync() => sns = await AwsDouble.Start();

    public async Task DisposeAsync() => await sns.DisposeAsync();

    [Fact]
    public async Task Publish_IsASignedForm()
    {
        Assert.IsType<DeliveryResult.Delivered>(await Publish("Sev1 Checkout", "5xx & more\nnobody answered: Zoë"));

        var request = Assert.Single(sns.Requests);
        Assert.Equal(
            new Dictionary<string, string> { ["Action"] = "Publish", ["Version"] = "2010-03-31", ["TopicArn"] = Topic, ["Subject"] = "Sev1 Checkout", ["Message"] = "5xx & more\nnobody answered: Zoë" },
            request.Form);
        Assert.Contains("/20260914/eu-west-1/sns/aws4_request", request.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("two\r\nlines", "two  lines")]
    [InlineData("Zoë · now", "Zo? ? now")]
    [InlineData("\u0007", "?")]
    [InlineData("", "Incidents: page")]
    public async Task Publish_MakesTheSubjectWhatSnsTakes(string subject, string sent)
    {
        await Publish(subject, "text");

        Assert.Equal(sent, sns.Requests.Single().Form["Subject"]);
    }

    [Fact]
    public async Task Publish_CutsWhatIsTooLong_BetweenCharacters()
    {
        await Publish(new string('s', 300), new string('ë', 200_000));

        var form = sns.Requests.Single().Form;
        Assert.Equal(99, form["Subject"].Length);
        Assert.InRange(Encoding.UTF8.GetByteCount(form["Message"]), (256 * 1024) - 4, 256 * 1024);
        Assert.EndsWith("ë\n… (cut)", form["Message"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(503, "", typeof(DeliveryResult.RetryLater), "http_503")]
    [InlineData(400, "<ErrorResponse><Error><Code>Throttling</Code></Error></ErrorResponse>", typeof(DeliveryResult.RetryLater), "Throttling")]
    [InlineData(404, "<ErrorResponse><Error><Code>NotFound</Code><Message>canary</Message></Error></ErrorResponse>", typeof(DeliveryResult.Rejected), "NotFound")]
    public async Task Publish_SaysWhetherItIsWorthAnotherTry(int status, string body, Type outcome, string code)
    {
        sns.Answer(status, body);

        var answer = await Publish("subject", "canary text");

        Assert.IsType(outcome, answer);
        Assert.Contains(code, answer.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", answer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task F72_Publish_WithoutPermission_NamesActionAndResource()
    {
        sns.Answer(403, "<ErrorResponse><Error><Type>Sender</Type><Code>AuthorizationError</Code></Error></ErrorResponse>");

        Assert.Equal(new DeliveryResult.Rejected($"sns:Publish to {Topic}: AuthorizationError"), await Publish("subject", "text"));
    }

    [Fact]
    public async Task Publish_WithoutAnswer_MayHaveArrived()
    {
        sns.Answers.Enqueue(context => Task.Delay(Timeout.Infinite, context.RequestAborted));

        Assert.IsType<DeliveryResult.Unknown>(await new SnsFallback(sns.Open("sns", clock, TimeSpan.FromMilliseconds(200)), Topic).Publish(new FallbackMessage("s", "t"), default));
    }

    private Task<DeliveryResult> Publish(string subject, string text) =>
        new SnsFallback(sns.Open("sns", clock), Topic).Publish(new FallbackMessage(subject, text), default);
}
