using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;
using Incidents.Application.LinkPages;
using Incidents.Functions.Telemetry;

namespace Incidents.Functions;

/// <summary>The door for the links in messages. Nothing of the request is logged: its path is a secret. The throttle of the API's stage is its limit.</summary>
public sealed class OpenPageLinkFunction(AnswerLink answer, InvocationTelemetry? invocations = null)
{
    [LambdaFunction(ResourceName = "OpenPageLink", MemorySize = 1024, Timeout = 10)]
    [HttpApi(LambdaHttpMethod.Any, "/r/{token}")]
    public async Task<APIGatewayHttpApiV2ProxyResponse> OpenPageLink(string token, APIGatewayHttpApiV2ProxyRequest request)
    {
        using var invocation = invocations?.Begin(nameof(OpenPageLink));
        var asSent = LinkRequest.FromGateway(
            request.RequestContext.Http.Method, token, request.Headers, request.Body, request.IsBase64Encoded);
        var page = await answer.Handle(asSent, CancellationToken.None);
        return new APIGatewayHttpApiV2ProxyResponse { StatusCode = page.Status, Headers = new Dictionary<string, string>(page.Headers), Body = page.Body };
    }
}
