using System.Globalization;
using System.Text;
using Incidents.Application.Slack.Inbound;
using NodaTime;

namespace Incidents.Application.Tests.Slack.Inbound;

public sealed class SlackSignatureTests
{
    private static readonly SlackRequestVerifier Gate = new(new SlackSignature(SignedRequest.Secret));
    private static readonly SignedRequest Genuine = new SignedRequest().Signed();

    [Fact]
    public void HeaderFor_TheVectorSlackPublishes_IsTheSignatureSlackPublishes()
    {
        var body = Encoding.UTF8.GetBytes(Payload.Text("slack/slash-command-official-vector.txt"));

        Assert.Equal(
            "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
            SignedRequest.Secret.HeaderFor("1531420618", body));
    }

    [Theory]
    [InlineData("slack/block-actions-function-url-base64.json")]
    [InlineData("slack/slash-command-function-url-base64.json")]
    public void S28_Base64BodyOfTheGateway_IsAccepted(string file) => Accepts(SignedRequest.FromFile(file));

    [Fact]
    public void GenuineRequest_IsAcceptedWithItsBytes() =>
        Assert.Equal(Genuine.Body, Assert.IsType<SlackVerdict.Accepted>(Gate.Check(Genuine.Build(), SignedRequest.Now)).Form.ToArray());

    [Fact]
    public void S1_NoSignatureHeader_Is401() => Refuses(SlackRefusal.NotSigned, Genuine.Build(
        ("Content-Type", "application/x-www-form-urlencoded"), (SlackSignature.TimestampHeader, Genuine.Timestamp)));

    [Fact]
    public void S2_EmptySignature_Is401() => Refuses(SlackRefusal.NotSigned, (Genuine with { Signature = "" }).Build());

    [Fact]
    public void S3_OtherVersionPrefix_Is401() => RefusesSignature(Genuine.Signature.Replace("v0=", "v1=", StringComparison.Ordinal));

    [Fact]
    public void S4_UpperCaseHex_Is401() => RefusesSignature("v0=" + Genuine.Signature[3..].ToUpperInvariant());

    [Fact]
    public void S5_63Digits_Is401() => RefusesSignature(Genuine.Signature[..^1]);

    [Fact]
    public void S6_65Digits_Is401() => RefusesSignature(Genuine.Signature + "0");

    [Fact]
    public void S7_NoHex_Is401() => RefusesSignature("v0=" + new string('z', 64));

    [Fact]
    public void S8_OtherSecret_Is401() =>
        Refuses(SlackRefusal.ForeignSignature, new SignedRequest().Signed(new SlackSigningSecret("some other secret")).Build());

    [Fact]
    public void S9_SignedOverTheReencodedBody_Is401() => RefusesBody("payload=%7B%22text%22%3A%22a+b%22%7D"u8.ToArray());

    [Fact]
    public void S10_BodyOneByteLonger_Is401() => RefusesBody([.. Genuine.Body, (byte)'x']);

    [Fact]
    public void S11_TrailingNewlineRemoved_Is401()
    {
        var withNewline = new SignedRequest { Body = "payload=%7B%7D\n"u8.ToArray() }.Signed();

        Refuses(SlackRefusal.ForeignSignature, (withNewline with { Body = withNewline.Body[..^1] }).Build());
    }

    [Fact]
    public void S12_TwoSignatureHeaders_Is401() => Refuses(SlackRefusal.NotSigned, Genuine.Build(
        ("Content-Type", "application/x-www-form-urlencoded"),
        (SlackSignature.TimestampHeader, Genuine.Timestamp),
        (SlackSignature.SignatureHeader, Genuine.Signature),
        ("x-slack-signature", Genuine.Signature)));

    [Fact]
    public void S12_TwoSignatureHeadersJoinedByTheGateway_Is401() => RefusesSignature(Genuine.Signature + "," + Genuine.Signature);

    [Fact]
    public void S13_NoTimestamp_Is401() => Refuses(SlackRefusal.NotSigned, Genuine.Build(
        ("Content-Type", "application/x-www-form-urlencoded"), (SlackSignature.SignatureHeader, Genuine.Signature)));

    [Theory]
    [InlineData("S14", "abc")]
    [InlineData("S15", "-1")]
    [InlineData("S16", "1e9")]
    [InlineData("S19", " 1789384800")]
    [InlineData("S20", "17893848001789384800")]
    [InlineData("S21", "١٧٨٩٣٨٤٨٠٠")]
    public void S14_S15_S16_S19_S20_S21_TimestampThatIsNoRunOfDigits_Is401(string line, string timestamp)
    {
        Assert.StartsWith("S", line, StringComparison.Ordinal);
        Refuses(SlackRefusal.MalformedTimestamp, (new SignedRequest { Timestamp = timestamp }).Signed().Build());
    }

    [Fact]
    public void S17_301SecondsOld_Is401() => Refuses(SlackRefusal.OutsideTimeWindow, SentAt(-301));

    [Fact]
    public void S18_301SecondsAhead_Is401() => Refuses(SlackRefusal.OutsideTimeWindow, SentAt(301));

    [Theory]
    [InlineData(-300)]
    [InlineData(300)]
    public void S25_300SecondsExactly_IsAccepted(int seconds) => Accepts(SentAt(seconds));

    [Fact]
    public void S25_300SecondsAndAFraction_IsAccepted() =>
        Assert.IsType<SlackVerdict.Accepted>(Gate.Check(SentAt(-300), SignedRequest.Now + Duration.FromMilliseconds(900)));

    [Fact]
    public void S22_RetiredSecret_Is401()
    {
        var afterRotation = new SlackRequestVerifier(new SlackSignature(new SlackSigningSecret("current"), new SlackSigningSecret("previous")));

        Assert.Equal(new SlackVerdict.Refused(SlackRefusal.ForeignSignature), afterRotation.Check(Genuine.Build(), SignedRequest.Now));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void S27_EitherSecretDuringRotation_IsAccepted(int used)
    {
        SlackSigningSecret[] both = [new("current"), new("previous")];

        Assert.IsType<SlackVerdict.Accepted>(
            new SlackRequestVerifier(new SlackSignature(both)).Check(new SignedRequest().Signed(both[used]).Build(), SignedRequest.Now));
    }

    [Fact]
    public void S23_BrokenBase64_Is401() => Refuses(SlackRefusal.BrokenBase64, SlackRequest.FromGateway(
        "POST", [new("content-type", "application/x-www-form-urlencoded")], "cGF5bG9hZ===!", isBase64Encoded: true));

    [Fact]
    public void S24_CorrectSecretOfASecondApp_Is401()
    {
        var secondApp = new SlackSigningSecret("0123456789abcdef0123456789abcdef");

        Refuses(SlackRefusal.ForeignSignature, new SignedRequest().Signed(secondApp).Build());
    }

    [Fact]
    public void S26_HeaderNamesInAnyCase_AreAccepted() => Accepts(Genuine.Build(
        ("CONTENT-TYPE", "Application/X-WWW-Form-Urlencoded; charset=utf-8"),
        ("x-SLACK-request-TIMESTAMP", Genuine.Timestamp),
        ("X-slack-Signature", Genuine.Signature)));

    [Fact]
    public void S29_ReplayAtFourMinutes_PassesTheGate_BecauseActionsAreIdempotent() => Accepts(SentAt(-240));

    [Fact]
    public void S30_SlacksOwnRetry_PassesTheGate() => Accepts(Genuine.Build(
        ("Content-Type", "application/x-www-form-urlencoded"),
        ("X-Slack-Retry-Num", "2"),
        (SlackSignature.TimestampHeader, Genuine.Timestamp),
        (SlackSignature.SignatureHeader, Genuine.Signature)));

    [Fact]
    public void SslCheck_DoesNotPassUnsigned() =>
        Refuses(SlackRefusal.ForeignSignature, (Genuine with { Body = "ssl_check=1&token=x"u8.ToArray() }).Build());

    [Fact]
    public void NoSecret_LetsNobodyIn() => Assert.Equal(
        new SlackVerdict.Refused(SlackRefusal.ForeignSignature),
        new SlackRequestVerifier(new SlackSignature([])).Check(Genuine.Build(), SignedRequest.Now));

    private static SlackRequest SentAt(int secondsFromNow) => new SignedRequest
    {
        Timestamp = (SignedRequest.Now.ToUnixTimeSeconds() + secondsFromNow).ToString(CultureInfo.InvariantCulture),
    }.Signed().Build();

    private static void Accepts(SlackRequest request) => Assert.IsType<SlackVerdict.Accepted>(Gate.Check(request, SignedRequest.Now));

    private static void RefusesSignature(string signature) =>
        Refuses(SlackRefusal.MalformedSignature, (Genuine with { Signature = signature }).Build());

    private static void RefusesBody(byte[] body) => Refuses(SlackRefusal.ForeignSignature, (Genuine with { Body = body }).Build());

    private static void Refuses(SlackRefusal reason, SlackRequest request)
    {
        var refused = Assert.IsType<SlackVerdict.Refused>(Gate.Check(request, SignedRequest.Now));
        Assert.Equal((reason, 401), (refused.Reason, refused.Status));
    }
}
