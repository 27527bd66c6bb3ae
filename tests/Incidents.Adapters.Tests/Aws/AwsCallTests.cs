using System.Net;
using System.Text;
using Incidents.Adapters.Aws;

namespace Incidents.Adapters.Tests.Aws;

public sealed class AwsCallTests
{
    [Fact]
    public void Query_EncodesAsFormsForAwsAre()
    {
        var call = AwsCall.Query(new("Action", "Publish"), new("Version", "2010-03-31"), new("Message", "a b+c&d=é"));

        Assert.Equal("Action=Publish&Version=2010-03-31&Message=a%20b%2Bc%26d%3D%C3%A9", Encoding.ASCII.GetString(call.Body));
        Assert.Equal(("application/x-www-form-urlencoded", null), (call.ContentType, call.Target));
    }

    [Theory]
    [InlineData(403, """{"__type":"UnrecognizedClientException"}""", "UnrecognizedClientException", false)]
    [InlineData(403, "<ErrorResponse><Error><Type>Sender</Type><Code>AuthorizationError</Code></Error></ErrorResponse>", "AuthorizationError", false)]
    [InlineData(400, "<ErrorResponse><Error><Code>Throttling</Code></Error></ErrorResponse>", "Throttling", true)]
    [InlineData(503, "<html>canary</html>", "http_503", true)]
    [InlineData(400, """{"__type":"canary: AKIA"}""", "canary", false)]
    public void Read_FindsTheNameOfTheErrorInEitherProtocol(int status, string body, string code, bool mayPass)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);

        var error = AwsErrors.Read(response, Encoding.UTF8.GetBytes(body));

        Assert.Equal((code, mayPass), (error.Code, error.MayPass));
    }

    [Theory]
    [InlineData("""{"__type":"com.amazonaws.sqs#RequestThrottled","message":"canary"}""", "RequestThrottled")]
    [InlineData("""{"__type":"TooManyRequestsException"}""", "TooManyRequestsException")]
    [InlineData("""{"__type":"com.amazonaws.sqs#KmsThrottled"}""", "KmsThrottled")]
    [InlineData("<ErrorResponse><Error><Code>Throttled</Code></Error></ErrorResponse>", "Throttled")]
    public void V25_Read_WhenAServiceThrottles_MayPass_WhicheverNameItHasForThat(string body, string code)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.BadRequest);

        var error = AwsErrors.Read(response, Encoding.UTF8.GetBytes(body));

        Assert.Equal((code, true), (error.Code, error.MayPass));
    }
}
