using Incidents.Application.Slack.Inbound;

namespace Incidents.Application.Tests.Slack.Inbound;

public sealed class SlackRequestVerifierTests
{
    private static readonly SlackRequestVerifier Gate = new(new SlackSignature(SignedRequest.Secret));
    private static readonly SignedRequest Genuine = new SignedRequest().Signed();

    [Fact]
    public void S32_Get_Is405() => Refuses(405, Genuine with { Method = "GET" });

    [Fact]
    public void S33_Put_Is405() => Refuses(405, Genuine with { Method = "PUT" });

    [Fact]
    public void S34_Options_Is405() => Refuses(405, Genuine with { Method = "OPTIONS" });

    [Fact]
    public void S35_PlainText_Is415() => RefusesType(("Content-Type", "text/plain"));

    [Fact]
    public void S36_NoType_Is415() => RefusesType();

    [Fact]
    public void S37_Multipart_Is415() => RefusesType(("Content-Type", "multipart/form-data; boundary=x"));

    [Fact]
    public void S38_Gzip_Is415() => RefusesType(
        ("Content-Type", "application/x-www-form-urlencoded"), ("Content-Encoding", "gzip"));

    [Fact]
    public void S39_257Kilobytes_Is413() => Refuses(413, new SignedRequest { Body = new byte[257 * 1024] }.Signed());

    [Fact]
    public void S39_256Kilobytes_ArePassedOn() => Assert.IsType<SlackVerdict.Accepted>(
        Gate.Check(new SignedRequest { Body = new byte[256 * 1024] }.Signed().Build(), SignedRequest.Now));

    private static void RefusesType(params (string, string)[] headers) => Assert.Equal(
        415,
        Assert.IsType<SlackVerdict.Refused>(Gate.Check(
            Genuine.Build(
            [
                .. headers,
                (SlackSignature.TimestampHeader, Genuine.Timestamp),
                (SlackSignature.SignatureHeader, Genuine.Signature),
            ]),
            SignedRequest.Now)).Status);

    private static void Refuses(int status, SignedRequest request) =>
        Assert.Equal(status, Assert.IsType<SlackVerdict.Refused>(Gate.Check(request.Build(), SignedRequest.Now)).Status);
}
