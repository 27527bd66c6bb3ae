using Amazon.Runtime;
using Incidents.Adapters.CommandLine.Inspection;
using Incidents.Domain.People;

namespace Incidents.Adapters.Tests.Aws;

public sealed class CallerIdentityTests : IAsyncLifetime
{
    private const string Answer =
        """
        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
          <GetCallerIdentityResult>
            <Arn>arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_OnCall_0123456789abcdef/ada@example.com</Arn>
            <UserId>AROAEXAMPLE:ada@example.com</UserId>
            <Account>123456789012</Account>
          </GetCallerIdentityResult>
          <ResponseMetadata><RequestId>01234567-89ab-cdef-0123-456789abcdef</RequestId></ResponseMetadata>
        </GetCallerIdentityResponse>
        """;

    private AwsDouble sts = null!;

    public async Task InitializeAsync() => sts = await AwsDouble.Start();

    public async Task DisposeAsync() => await sts.DisposeAsync();

    [Fact]
    public async Task V28_Caller_WhenStsTells_IsTheArnItTold()
    {
        sts.Answer(200, Answer);

        var caller = await Ask();

        Assert.Equal("arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_OnCall_0123456789abcdef/ada@example.com", caller.Arn);
        Assert.Equal("ada@example.com", caller.Name);
        var asked = Assert.Single(sts.Requests);
        Assert.Equal(("GetCallerIdentity", "2011-06-15"), (asked.Form["Action"], asked.Form["Version"]));
    }

    [Theory]
    [InlineData(403, "<ErrorResponse><Error><Code>ExpiredToken</Code></Error></ErrorResponse>", "ExpiredToken")]
    [InlineData(403, "<ErrorResponse><Error><Code>InvalidClientTokenId</Code></Error></ErrorResponse>", "InvalidClientTokenId")]
    [InlineData(200, "<GetCallerIdentityResponse/>", "no_arn")]
    [InlineData(200, "not xml", "no_xml")]
    public async Task V28_Caller_WhenStsDoesNotTell_IsNobody_AndTheReasonIsNamed(int status, string body, string code)
    {
        sts.Answer(status, body);

        var refused = await Assert.ThrowsAsync<UnreportedException>(Ask);

        Assert.Equal(("sts:GetCallerIdentity", code), (refused.Action, refused.Code));
    }

    private async Task<AwsCaller> Ask()
    {
        using var account = new AwsAccount(
            service => service.In("eu-west-1", variable => variable == "AWS_ENDPOINT_URL_STS" ? sts.Address.ToString() : null),
            () => Task.FromResult(new ImmutableCredentials("AKIAIOSFODNN7EXAMPLE", "canary/K7MDENG/bPxRfiCYEXAMPLEKEY", "session-token")),
            TimeProvider.System);
        return await new CallerIdentity(account).Ask(default);
    }
}
