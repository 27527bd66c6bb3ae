using Incidents.Application.Alarms.Sns;

namespace Incidents.Application.Tests.Alarms.Sns;

public sealed class SigningCertUrlTests
{
    private const string File = "/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem";

    [Theory]
    [InlineData("https://sns.eu-west-1.amazonaws.com" + File, "arn:aws:sns:eu-west-1:123456789012:t")]
    [InlineData("https://sns.us-gov-west-1.amazonaws.com" + File, "arn:aws-us-gov:sns:us-gov-west-1:123456789012:t")]
    [InlineData("https://sns.cn-northwest-1.amazonaws.com.cn" + File, "arn:aws-cn:sns:cn-northwest-1:123456789012:t")]
    public void IsTrusted_AddressOfTheTopicsRegion_True(string address, string topic) => Assert.True(SigningCertUrl.IsTrusted(address, topic));

    [Theory]
    [InlineData("https://sns.eu-west-1.amazonaws.com.evil.io" + File)]
    [InlineData("http://sns.eu-west-1.amazonaws.com" + File)]
    [InlineData("https://evil@sns.eu-west-1.amazonaws.com" + File)]
    [InlineData("https://sns.eu-west-1.amazonaws.com@evil.io" + File)]
    [InlineData("https://sns.eu-west-1.amazonaws.com:8443" + File)]
    [InlineData("https://sns.eu-west-1.amazonaws.com/?Action=Publish&x=" + File)]
    [InlineData("https://sns.eu-west-1.amazonaws.com" + File + "?x=.pem")]
    [InlineData("https://sns.eu-west-1.amazonaws.com" + File + "#.pem")]
    [InlineData("https://sns.eu-west-1.amazonaws.com/x/.." + File)]
    [InlineData("https://sns.us-east-1.amazonaws.com" + File)]
    [InlineData("https://sns.eu-west-1.amazonaws.com.cn" + File)]
    [InlineData("https://sns.s3-us-west-2.amazonaws.com" + File)]
    [InlineData("https://SNS.eu-west-1.amazonaws.com" + File)]
    [InlineData("https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789ABCDEF0123456789ABCDEF.pem")]
    [InlineData("https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem")]
    [InlineData("https://sns.eu-west-1.amazonaws.com" + File + "\n")]
    [InlineData("")]
    [InlineData(null)]
    public void IsTrusted_AnythingElse_False(string? address) => Assert.False(SigningCertUrl.IsTrusted(address, TestTopic.Arn));

    [Theory]
    [InlineData("arn:aws:sqs:eu-west-1:123456789012:t")]
    [InlineData("arn:aws:sns:eu-west-1.evil.io/:123456789012:t")]
    [InlineData("eu-west-1")]
    public void IsTrusted_ForWhatIsNoTopic_False(string topic) =>
        Assert.False(SigningCertUrl.IsTrusted("https://sns.eu-west-1.amazonaws.com" + File, topic));
}
