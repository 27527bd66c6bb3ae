using Incidents.Adapters.Aws;
using Incidents.Adapters.Tests.Store;
using NodaTime;

namespace Incidents.Adapters.Tests.Aws;

public sealed class SsmParametersTests : IAsyncLifetime
{
    private readonly FixedClock clock = new(Instant.FromUtc(2026, 9, 14, 11, 20));
    private ParameterStore store = null!;

    public async Task InitializeAsync() => store = await ParameterStore.Start();

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task Get_AsksForTheExactNamesDecryptedAndSigned()
    {
        store.Stored["/incidents/a"] = "one";

        Assert.Equal(new Dictionary<string, string> { ["/incidents/a"] = "one" }, await store.Open(clock).Get(["/incidents/a", "/incidents/none"], default));

        var request = Assert.Single(store.Requests);
        Assert.Equal("""{"Names":["/incidents/a","/incidents/none"],"WithDecryption":true}""", request.Body.ToJsonString());
        Assert.Equal(("application/x-amz-json-1.1", "AmazonSSM.GetParameters"), (request.Headers["Content-Type"], request.Headers["X-Amz-Target"]));
        Assert.StartsWith(
            $"AWS4-HMAC-SHA256 Credential={ParameterStore.AccessKey}/20260914/eu-west-1/ssm/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-security-token;x-amz-target, Signature=",
            request.Headers["Authorization"],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_MoreThanTen_IsSeveralCalls()
    {
        var names = Enumerable.Range(0, 23).Select(i => $"/p/{i}").ToList();
        names.ForEach(name => store.Stored[name] = name);

        Assert.Equal(23, (await store.Open(clock).Get(names, default)).Count);
        Assert.Equal([10, 10, 3], store.Requests.Select(r => r.Body["Names"]!.AsArray().Count).OrderDescending());
    }

    [Theory]
    [InlineData(500, "")]
    [InlineData(400, """{"__type":"ThrottlingException","message":"Rate exceeded"}""")]
    public async Task Get_WhenThrottledOrBrokenOnce_TriesAgainAtOnce(int status, string body)
    {
        store.Stored["/p"] = "one";
        store.Instead.Enqueue(ParameterStore.Error(status, body));

        Assert.Single(await store.Open(clock).Get(["/p"], default));
        Assert.Equal(2, store.Requests.Count);
    }

    [Fact]
    public async Task Get_WhenRefused_DoesNotTryAgainAndNamesTheReasonAlone()
    {
        store.Instead.Enqueue(ParameterStore.Error(400, """{"__type":"com.amazonaws.ssm#AccessDeniedException","message":"canary"}"""));

        var refused = await Assert.ThrowsAsync<AwsCallException>(() => store.Open(clock).Get(["/p"], default));

        Assert.Equal("AccessDeniedException", refused.Code);
        Assert.DoesNotContain("canary", refused.ToString(), StringComparison.Ordinal);
        Assert.Single(store.Requests);
    }

    [Fact]
    public async Task Get_WhenNothingComesBack_GivesUpInTime()
    {
        store.Instead.Enqueue(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        store.Instead.Enqueue(context => Task.Delay(Timeout.Infinite, context.RequestAborted));

        var silent = await Assert.ThrowsAsync<AwsCallException>(() => store.Open(clock, TimeSpan.FromMilliseconds(300)).Get(["/p"], default));

        Assert.Equal(("no_answer", true), (silent.Code, silent.MayPass));
    }
}
