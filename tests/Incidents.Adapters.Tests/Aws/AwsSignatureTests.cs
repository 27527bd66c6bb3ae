using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Amazon.Runtime;
using Incidents.Adapters.Aws;
using NodaTime;

namespace Incidents.Adapters.Tests.Aws;

/// <summary>The example requests that AWS publishes as its Signature Version 4 test suite, those of its shape that are sent here.</summary>
public sealed class AwsSignatureTests
{
    private const string ExampleToken =
        "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==";

    private static readonly Instant At = Instant.FromUtc(2015, 8, 30, 12, 36);
    private static readonly AwsEndpoint Example = new(new Uri("https://example.amazonaws.com/"), "us-east-1", "service");

    [Theory]
    [InlineData("get-vanilla", "GET", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("post-vanilla", "POST", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    public void Sign_AnEmptyRequest_GivesThePublishedSignature(string example, string method, string signature)
    {
        Assert.EndsWith("vanilla", example, StringComparison.Ordinal);
        Assert.Equal(Authorization("host;x-amz-date", signature), Signed(method));
    }

    [Fact]
    public void Sign_PostVanillaQuery_GivesThePublishedSignature() => Assert.Equal(
        Authorization("host;x-amz-date", "28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11"),
        Signed("POST", path: "/?Param1=value1"));

    [Fact]
    public void Sign_PostXWwwFormUrlencoded_GivesThePublishedSignature() => Assert.Equal(
        Authorization("content-type;host;x-amz-date", "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a"),
        Signed("POST", "Param1=value1", "application/x-www-form-urlencoded"));

    [Fact]
    public void Sign_PostStsHeaderBefore_GivesThePublishedSignature() => Assert.Equal(
        Authorization("host;x-amz-date;x-amz-security-token", "85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead"),
        Signed("POST", token: ExampleToken));

    [Fact]
    public void Sign_GetUnreserved_GivesThePublishedSignature() => Assert.Equal(
        Authorization("host;x-amz-date", "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f"),
        Signed("GET", path: "/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"));

    [Theory]
    [InlineData("eu-west-1", "https://ssm.eu-west-1.amazonaws.com/")]
    [InlineData("cn-north-1", "https://ssm.cn-north-1.amazonaws.com.cn/")]
    [InlineData("us-gov-west-1", "https://ssm.us-gov-west-1.amazonaws.com/")]
    public void Of_FollowsThePartition(string region, string address) => Assert.Equal(address, AwsEndpoint.Of("ssm", region).Address.AbsoluteUri);

    private static string Signed(string method, string body = "", string? contentType = null, string? token = null, string path = "/")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Example.Address, path));
        if (contentType is not null)
        {
            request.Content = new StringContent(body, Encoding.ASCII);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        }

        AwsSignature.Sign(request, Encoding.ASCII.GetBytes(body), Example, new ImmutableCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", token), At);
        Assert.Equal(["20150830T123600Z"], request.Headers.GetValues("X-Amz-Date"));
        return string.Join(',', request.Headers.GetValues("Authorization"));
    }

    private static string Authorization(string headers, string signature) => string.Create(
        CultureInfo.InvariantCulture,
        $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders={headers}, Signature={signature}");
}
